package cn.wenzheng.triage;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The suggestions as they were made when the petitions came in, or anew since. */
public interface Suggestions {

    /** Empty for a petition that nobody has looked at yet. */
    Optional<Suggestion> of(String petition);

    /** As {@link #of}, for a page of petitions by one statement. */
    Map<String, Suggestion> of(Collection<String> petitions);
}
