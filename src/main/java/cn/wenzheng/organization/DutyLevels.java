package cn.wenzheng.organization;

import java.util.Set;

/** The service levels a duty may name; asked when a duty is written down, answered by the room that keeps them. */
public interface DutyLevels {

    /** The codes. */
    Set<String> codes();
}
