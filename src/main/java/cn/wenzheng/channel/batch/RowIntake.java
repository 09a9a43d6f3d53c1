package cn.wenzheng.channel.batch;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionDesk;
import java.time.ZoneId;
import java.util.List;

/** Takes the rows of one import over the counter and counts what became of them. */
final class RowIntake {

    private final PetitionDesk desk;
    private final ImportRows rows;
    private final Claim claim;
    private final Columns columns;
    private final Actor actor;
    private final ZoneId zone;

    RowIntake(PetitionDesk desk, ImportRows rows, Claim claim, Columns columns, Actor actor, ZoneId zone) {
        this.desk = desk;
        this.rows = rows;
        this.claim = claim;
        this.columns = columns;
        this.actor = actor;
        this.zone = zone;
    }

    /** Somebody else works on the import now: whatever was just done must not stay. */
    static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes the rows in, together with the progress they make; belongs into one transaction. */
    void take(List<Table.Row> batch) {
        requireHeld();
        int created = 0;
        int duplicates = 0;
        for (Table.Row row : batch) {
            try {
                boolean repeated = desk.receive(columns.intake(row, claim::keyOf, zone, claim.backlog()), actor)
                        .repeated();
                duplicates += repeated ? 1 : 0;
                created += repeated ? 0 : 1;
            } catch (Refusal refusal) {
                rows.reject(claim.id(), row.line(), inWordsOfATable(refusal));
            }
        }
        rows.progress(claim.id(), created, duplicates, batch.size() - created - duplicates);
    }

    /** Gives a row up that fails again and again for a reason that is not its own. */
    void giveUp(Table.Row row) {
        requireHeld();
        rows.reject(claim.id(), row.line(), Refusal.invalid("file", "row-failed"));
        rows.progress(claim.id(), 0, 0, 1);
    }

    private void requireHeld() {
        if (!rows.hold(claim)) {
            throw new TakenOver();
        }
    }

    private static Refusal inWordsOfATable(Refusal refusal) {
        return refusal.slug().equals("same-id-other-body") ? Refusal.conflict("row-same-id-other-text") : refusal;
    }
}
