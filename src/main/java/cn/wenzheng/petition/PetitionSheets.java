package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The read side of room {@code petition}: every answer is cut and masked for its reader already. */
@Component
public class PetitionSheets {

    /** One page of a list and how many rows there are in all. */
    public record PetitionPage(List<PetitionLine> items, long total) {}

    /** What a citizen said, for classification. */
    public record Words(@Nullable String title, String text) {}

    /** What the citizen sees; the caller has checked the query code. */
    public CitizenView citizenView(String number) {
        throw new UnsupportedOperationException();
    }

    /** The case sheet for this person; a petition he may not see does not exist for him. Every look is journaled. */
    public CaseSheet caseSheet(String number, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** The petitions this person may see, newest first; page from 0. */
    public PetitionPage list(PetitionFilter filter, Actor actor, int page, int size) {
        throw new UnsupportedOperationException();
    }

    /** True when the person may see the petition. */
    public boolean visible(String number, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /**
     * Shows one contact field (name, phone, email) to the centre, which gives a reason; journaled.
     *
     * @return the field as the petitioner gave it
     */
    public String reveal(String number, String field, String reason, Actor actor) {
        throw new UnsupportedOperationException();
    }

    public Words words(String number) {
        throw new UnsupportedOperationException();
    }
}
