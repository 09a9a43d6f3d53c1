package cn.wenzheng.deadline.edit;

import cn.wenzheng.deadline.Calendars;
import cn.wenzheng.deadline.LimitKey;
import cn.wenzheng.deadline.MovedTerm;
import cn.wenzheng.deadline.TermsBeside;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks at the terms of slips that an edit would move, when all limits have been looked at.
 *
 * <p>Only slips that wait have one, so there are few beside the limits: all of them are looked at in one transaction.
 */
@Component
class PreviewOfTerms {

    private static final int BATCH = 2_000;

    private final EditProgress progress;
    private final MoveRows moves;
    private final ObjectProvider<TermsBeside> terms;

    PreviewOfTerms(EditProgress progress, MoveRows moves, ObjectProvider<TermsBeside> terms) {
        this.progress = progress;
        this.moves = moves;
        this.terms = terms;
    }

    void look(UUID edit, Calendars others, Instant now) {
        terms.ifAvailable(kept -> look(edit, others, now, kept));
    }

    private void look(UUID edit, Calendars others, Instant now, TermsBeside kept) {
        Set<LimitKey> undone = moves.undone(edit);
        String last = null;
        do {
            TermsBeside.Some some = kept.look(last, BATCH, now, others);
            found(edit, some.moved(), undone);
            last = some.seen() < BATCH ? null : some.last();
        } while (last != null);
    }

    /** A slip about a limit that is missed no more is lifted, unless it stands alone. */
    private void found(UUID edit, List<MovedTerm> moved, Set<LimitKey> undone) {
        List<MovedTerm> staying = moved.stream()
                .filter(term -> term.standsAlone() || !undone.contains(term.about()))
                .toList();
        if (!staying.isEmpty()) {
            moves.add(edit, staying.stream().map(EditMove::of).toList());
            progress.progress(edit, 0, Tally.of(staying));
        }
    }
}
