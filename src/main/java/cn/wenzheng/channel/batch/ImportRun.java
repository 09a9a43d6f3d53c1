package cn.wenzheng.channel.batch;

import cn.wenzheng.access.table.Table;
import cn.wenzheng.access.table.TableFormat;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionDesk;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries an import from wherever it stands to its end.
 *
 * <p>A batch of rows and the progress they make are one transaction. So whenever this is cut off, the next attempt knows
 * how many rows are done, skips these and goes on; no row is lost and none goes in twice.
 */
@Component
class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    /** Enough rows to share one commit, few enough to show progress. */
    private static final int BATCH = 50;

    private final ImportRows rows;
    private final ImportParts parts;
    private final FileCheck check;
    private final PetitionDesk desk;
    private final OrganizationDesk organization;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportRun(
            ImportRows rows,
            ImportParts parts,
            FileCheck check,
            PetitionDesk desk,
            OrganizationDesk organization,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.parts = parts;
        this.check = check;
        this.desk = desk;
        this.organization = organization;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Works until the file ends, until told to stop, or until another node has taken over. */
    void run(Claim claim, BooleanSupplier stopping) {
        Actor actor = organization
                .person(claim.uploader())
                .map(person -> Actor.of(person, Door.IMPORT))
                .orElseGet(() -> Actor.system(Door.IMPORT));
        try {
            if (takeRows(claim, formatOf(claim), actor, stopping)) {
                finish(claim, actor);
            } else {
                rows.release(claim);
            }
        } catch (RowIntake.TakenOver elsewhere) {
            LOG.info("Import {} goes on at another node", claim.id());
        } catch (Refusal refusal) {
            fail(claim, actor, refusal);
        }
    }

    private TableFormat formatOf(Claim claim) {
        if (claim.format() != null) {
            return claim.format();
        }
        FileCheck.Found found = check.find(claim.id());
        rows.prepared(claim.id(), found.format(), found.rows());
        return found.format();
    }

    /** True when the file has come to its end. */
    private boolean takeRows(Claim claim, TableFormat format, Actor actor, BooleanSupplier stopping) {
        try (Table table = format.open(parts.open(claim.id()))) {
            Columns columns = new Columns(table.next());
            RowIntake intake = new RowIntake(desk, rows, transaction, claim, columns, actor, clock.getZone());
            for (int done = 0; done < claim.done(); done++) {
                table.next();
            }
            List<Table.Row> batch = nextBatch(table);
            while (!batch.isEmpty() && !stopping.getAsBoolean()) {
                intake.take(batch);
                batch = nextBatch(table);
            }
            return batch.isEmpty();
        }
    }

    private static List<Table.Row> nextBatch(Table table) {
        List<Table.Row> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH) {
            Table.Row row = table.next();
            if (row == null) {
                break;
            }
            batch.add(row);
        }
        return batch;
    }

    private void finish(Claim claim, Actor actor) {
        transaction.executeWithoutResult(status -> {
            rows.done(claim.id(), clock.instant());
            parts.forget(claim.id());
            journal.done(actor, "import-finished", null, Map.of(), Map.of("import", claim.id()));
        });
    }

    private void fail(Claim claim, Actor actor, Refusal refusal) {
        transaction.executeWithoutResult(status -> {
            rows.failed(claim.id(), refusal, clock.instant());
            parts.forget(claim.id());
            journal.done(
                    actor, "import-failed", null, Map.of(), Map.of("import", claim.id(), "reason", refusal.slug()));
        });
    }
}
