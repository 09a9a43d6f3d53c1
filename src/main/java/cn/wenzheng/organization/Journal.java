package cn.wenzheng.organization;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The house's memory of who did what: append-only, kept by room {@code audit}. */
public interface Journal {

    /**
     * Writes what was done, in the caller's transaction: either both stay or neither.
     *
     * @param action what was done, lower case with hyphens, for example {@code petition-accepted}
     * @param petition the petition's number, or null when none is concerned
     * @param before the changed facts as they were; ids and codes, never a contact
     * @param after the changed facts as they are now
     */
    void done(Actor actor, String action, @Nullable String petition, Map<String, ?> before, Map<String, ?> after);

    /**
     * As {@link #done} for each of several petitions with which the same has been done at once.
     *
     * @param after the facts as they are now, by the petition's number; none of them were there before
     */
    void doneWithEach(Actor actor, String action, Map<String, ? extends Map<String, ?>> after);

    /**
     * Writes what was refused, in a transaction of its own after the refused one was rolled back.
     *
     * @param reason the refusal's slug
     */
    void refused(Actor actor, String action, @Nullable String petition, String reason);
}
