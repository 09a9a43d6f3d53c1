package cn.wenzheng.triage;

import java.util.List;

/** Which of the waiting petitions say nearly the same. */
public interface Storms {

    /** Those of two waiting petitions or more, the largest first. */
    List<Storm> waiting();

    /** The waiting petitions of a storm in the order in which they came in. */
    List<String> members(String first);
}
