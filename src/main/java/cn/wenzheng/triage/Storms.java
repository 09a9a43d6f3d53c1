package cn.wenzheng.triage;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which of the waiting petitions say nearly the same. */
public interface Storms {

    /** Those of two waiting petitions or more, the largest first. */
    List<Storm> waiting();

    /** For each of the petitions that is one of a storm now: all of that storm. One statement for all of them. */
    Map<String, Storm> of(Collection<String> petitions);

    /** The waiting petitions of a storm in the order in which they came in. */
    List<String> members(String first);
}
