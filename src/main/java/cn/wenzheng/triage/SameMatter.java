package cn.wenzheng.triage;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What has been said before: the petitions nearest to one by text, place and time. */
public interface SameMatter {

    /** The nearest open and recently closed petitions above the suggestion's threshold, the surest first; at most five. */
    List<Similar> near(String petition);

    /** As {@link #near}, for a page of petitions by one statement. */
    Map<String, List<Similar>> near(Collection<String> petitions);
}
