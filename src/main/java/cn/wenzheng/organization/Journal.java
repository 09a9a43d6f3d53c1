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
     * Writes what was refused, in a transaction of its own after the refused one was rolled back.
     *
     * @param reason the refusal's slug
     */
    void refused(Actor actor, String action, @Nullable String petition, String reason);
}
