package cn.wenzheng.channel.batch;

import cn.wenzheng.access.table.Table;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.Receipt;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the rows of one import over the counter and counts what became of them. */
final class RowIntake {

    private static final Logger LOG = LoggerFactory.getLogger(RowIntake.class);

    private final PetitionDesk desk;
    private final ImportRows rows;
    private final TransactionTemplate transaction;
    private final Claim claim;
    private final Columns columns;
    private final Actor actor;
    private final ZoneId zone;

    RowIntake(
            PetitionDesk desk,
            ImportRows rows,
            TransactionTemplate transaction,
            Claim claim,
            Columns columns,
            Actor actor,
            ZoneId zone) {
        this.desk = desk;
        this.rows = rows;
        this.transaction = transaction;
        this.claim = claim;
        this.columns = columns;
        this.actor = actor;
        this.zone = zone;
    }

    /** Somebody else works on the import now: whatever was just done must not stay. */
    static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes the rows in. What fails as a batch is tried row by row, so that one row cannot hold up the others. */
    void take(List<Table.Row> batch) {
        try {
            takeTogether(batch);
        } catch (TakenOver elsewhere) {
            throw elsewhere;
        } catch (RuntimeException technical) {
            LOG.warn("A batch of {} rows failed and is tried row by row: {}", batch.size(), kindOf(technical));
            batch.forEach(this::takeAlone);
        }
    }

    private void takeAlone(Table.Row row) {
        try {
            takeTogether(List.of(row));
        } catch (TakenOver elsewhere) {
            throw elsewhere;
        } catch (RuntimeException technical) {
            LOG.error("The row on line {} failed alone, too: {}", row.line(), kindOf(technical));
            transaction.executeWithoutResult(status -> giveUp(row));
        }
    }

    /** The rows and the progress they make are one transaction. */
    private void takeTogether(List<Table.Row> batch) {
        transaction.executeWithoutResult(status -> {
            requireHeld();
            int duplicates = 0;
            Map<Integer, Refusal> rejected = new LinkedHashMap<>();
            for (Table.Row row : batch) {
                try {
                    duplicates += receive(row).repeated() ? 1 : 0;
                } catch (Refusal refusal) {
                    rejected.put(row.line(), inWordsOfATable(refusal));
                }
            }
            count(batch.size(), duplicates, rejected);
        });
    }

    private void count(int done, int duplicates, Map<Integer, Refusal> rejected) {
        if (!rejected.isEmpty()) {
            rows.reject(claim.id(), rejected);
        }
        rows.progress(claim.id(), done - duplicates - rejected.size(), duplicates, rejected.size());
    }

    private Receipt receive(Table.Row row) {
        return desk.receive(columns.intake(row, claim::keyOf, zone, claim.backlog()), actor);
    }

    private void giveUp(Table.Row row) {
        requireHeld();
        count(1, 0, Map.of(row.line(), Refusal.invalid("file", "row-failed")));
    }

    /** A database's message may repeat the row, and rows hold personal data. */
    private static String kindOf(RuntimeException technical) {
        return NestedExceptionUtils.getMostSpecificCause(technical).getClass().getName();
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
