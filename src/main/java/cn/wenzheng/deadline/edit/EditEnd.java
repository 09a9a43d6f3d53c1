package cn.wenzheng.deadline.edit;

import cn.wenzheng.deadline.TermsBeside;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Ends an edit when no limit is left that older calendars have counted: then the terms of slips follow, too. */
@Component
class EditEnd {

    private final EditProgress progress;
    private final ObjectProvider<TermsBeside> terms;
    private final Journal journal;
    private final Clock clock;

    EditEnd(EditProgress progress, ObjectProvider<TermsBeside> terms, Journal journal, Clock clock) {
        this.progress = progress;
        this.terms = terms;
        this.journal = journal;
        this.clock = clock;
    }

    void of(KeptEdit edit) {
        Instant now = clock.instant();
        progress.done(edit, now);
        TermsBeside kept = terms.getIfAvailable();
        Tally slips = Tally.of(kept == null ? List.of() : kept.countAnew(now));
        progress.progress(edit.id(), 0, slips);
        journal.done(
                Actor.system(Door.ENGINE),
                "calendar-limits-counted",
                null,
                Map.of(),
                Map.of(
                        "edit",
                        edit.id(),
                        "later",
                        edit.later() + slips.later(),
                        "earlier",
                        edit.earlier() + slips.earlier(),
                        "undone",
                        edit.undone()));
    }
}
