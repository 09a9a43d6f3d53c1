package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.ClosedList;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What another room has to say on a case sheet, beside the petition itself; kept by room {@code supervision}. */
public interface PetitionRemarks {

    /**
     * Something that stands over the petition, for example a supervision slip.
     *
     * @param id its number
     * @param colour the code of its own colour; empty for none
     * @param about the stretch of the petition's life it is about
     * @param due until when it has to be answered
     * @param entries what was done to it, oldest first
     */
    record Remark(
            String id,
            String colour,
            ClosedList kind,
            ClosedList state,
            Stage about,
            String unit,
            Instant due,
            List<Entry> entries) {}

    /** One act, with its words. */
    record Entry(Instant at, ClosedList act, @Nullable String text) {}

    /** The remarks on this petition that the person may see; empty when there are none. */
    List<Remark> of(String petition, Actor actor);
}
