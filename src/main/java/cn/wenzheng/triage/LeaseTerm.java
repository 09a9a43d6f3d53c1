package cn.wenzheng.triage;

import java.time.Duration;

/** How long an open bench keeps its petitions from others after its last sign of life. */
public interface LeaseTerm {

    Duration lapse();
}
