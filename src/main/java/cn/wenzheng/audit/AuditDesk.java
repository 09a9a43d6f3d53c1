package cn.wenzheng.audit;

import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.PetitionSheets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter of room {@code audit}: the trail of a case and the way it took through the diagram.
 *
 * <p>Only auditors and supervisors look, and who looked is written down like everything else.
 */
@Component
class AuditDesk {

    private final JournalRows rows;
    private final Journal journal;
    private final PetitionSheets sheets;
    private final ProcessPath path;

    AuditDesk(JournalRows rows, Journal journal, PetitionSheets sheets, ProcessPath path) {
        this.rows = rows;
        this.journal = journal;
        this.sheets = sheets;
        this.path = path;
    }

    /** What happened to the petition and what was refused, oldest first, by whom and through which door. */
    @Transactional
    Listing<AuditEntry> trail(String petition, Actor actor, @Nullable Integer page, @Nullable Integer size) {
        admit(petition, actor);
        Window window = Window.of(page, size);
        Listing<AuditEntry> trail = new Listing<>(rows.trail(petition, window), rows.count(petition));
        journal.done(actor, "trail-viewed", petition, Map.of(), Map.of());
        return trail;
    }

    /** The diagram the petition follows, what of it is passed and where it stands. */
    @Transactional
    ProcessPath.Path path(String petition, Actor actor) {
        admit(petition, actor);
        ProcessPath.Path way = path.of(petition).orElseThrow(Refusal::notFound);
        journal.done(actor, "path-viewed", petition, Map.of(), Map.of());
        return way;
    }

    private void admit(String petition, Actor actor) {
        if (!actor.hasAny(Role.AUDITOR, Role.SUPERVISOR)) {
            throw Refusal.forbidden("audit-not-yours");
        }
        if (!sheets.visible(petition, actor)) {
            throw Refusal.notFound();
        }
    }
}
