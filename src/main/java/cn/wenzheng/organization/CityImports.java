package cn.wenzheng.organization;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How a city moves in: a table is looked at first, and goes in as a whole when an administrator has confirmed what he saw.
 *
 * <p>Looked at anew each time, so that what is shown is what holds now. When the city has changed since the last look,
 * confirming is refused once and the new preview is there to be read.
 */
@Component
public class CityImports {

    /** The most rows of a table. */
    public static final int MOST_ROWS = 20_000;

    private static final int RECENT = 20;
    private static final ImportPlan NOTHING = new ImportPlan(0, 0, 0, List.of(), List.of());

    private final CityImportRows rows;
    private final CityTables city;
    private final CityChanges changes;
    private final Registers registers;
    private final Journal journal;
    private final Clock clock;

    CityImports(
            CityImportRows rows,
            CityTables city,
            CityChanges changes,
            Registers registers,
            Journal journal,
            Clock clock) {
        this.rows = rows;
        this.city = city;
        this.changes = changes;
        this.registers = registers;
        this.journal = journal;
        this.clock = clock;
    }

    /** Who may see how the city moves in. */
    public static void requireReader(Actor actor) {
        CityChanges.requireReader(actor);
    }

    /** Keeps a table and tells under which id its preview is. */
    public UUID preview(CityKind kind, String file, byte[] digest, ImportSheet sheet, Actor actor) {
        CityChanges.requireAdmin(actor);
        if (sheet.rows().isEmpty()) {
            throw Refusal.invalid("file", "city-import-empty");
        }
        if (sheet.rows().size() > MOST_ROWS) {
            throw Refusal.invalid("file", "city-import-too-long", MOST_ROWS);
        }
        byte[] foreseen = check(kind, sheet, actor).plan().fingerprint();
        return changes.byAdmin(actor, () -> {
            UUID id = rows.insert(kind, file, digest, sheet, foreseen, actor.id(), clock.instant());
            journal.done(actor, "city-import-previewed", null, Map.of(), Map.of("import", id, "table", kind.code()));
            return id;
        });
    }

    /** The latest imports, the newest first. */
    public List<CityImport> recent(Actor actor) {
        CityChanges.requireReader(actor);
        return rows.recent(RECENT);
    }

    /** An import with what it would change now. */
    public CityImport.Preview find(UUID id, Actor actor) {
        CityChanges.requireReader(actor);
        CityImport about = rows.one(id).orElseThrow(Refusal::notFound);
        return new CityImport.Preview(
                about,
                about.state() == CityImport.State.APPLIED
                        ? NOTHING
                        : check(about.kind(), rows.sheet(id), actor).plan());
    }

    /** The duty directory as it would be with a table of duties in it. */
    public List<KeptDuty> directoryAfter(UUID id, Actor actor) {
        CityChanges.requireReader(actor);
        CityState state = city.stateFor(CityKind.DUTIES);
        List<KeptDuty> wanted = new ImportCheck<>(CityKind.DUTIES, rows.sheet(id), new DutyIntake(state)).wanted();
        return DutyRegister.with(state.duties(), wanted);
    }

    private ImportCheck<?> check(CityKind kind, ImportSheet sheet, Actor actor) {
        CityState state = city.stateFor(kind);
        return switch (kind) {
            case UNITS -> new ImportCheck<>(kind, sheet, new UnitIntake(state));
            case PEOPLE -> new ImportCheck<>(kind, sheet, new PersonIntake(state, actor.id()));
            case TOPICS -> new ImportCheck<>(kind, sheet, new TopicIntake(state));
            case DUTIES -> new ImportCheck<>(kind, sheet, new DutyIntake(state));
        };
    }

    /** What a confirmation has come to: what went in, or another preview than the one that was seen. */
    private record Outcome(
            CityKind kind, ImportPlan plan, @Nullable List<CityImport.Account> accounts) {}

    /**
     * Takes the whole table in, or nothing of it.
     *
     * @return the accounts made, each with the password its person begins with
     */
    public Applied confirm(UUID id, Actor actor) {
        Outcome outcome = changes.byAdmin(actor, () -> confirmed(id, actor));
        if (outcome.accounts() == null) {
            throw outcome.plan().problems().isEmpty()
                    ? Refusal.conflict("city-changed-meanwhile")
                    : Refusal.conflict(
                            "city-import-has-errors", outcome.plan().problems().size());
        }
        return new Applied(outcome.kind(), outcome.plan(), outcome.accounts());
    }

    /** What went in. */
    public record Applied(CityKind kind, ImportPlan plan, List<CityImport.Account> accounts) {}

    private Outcome confirmed(UUID id, Actor actor) {
        CityImport about = rows.one(id).orElseThrow(Refusal::notFound);
        if (about.state() == CityImport.State.APPLIED) {
            throw Refusal.conflict("city-import-applied");
        }
        ImportCheck<?> check = check(about.kind(), rows.sheet(id), actor);
        ImportPlan plan = check.plan();
        byte[] foreseen = plan.fingerprint();
        if (!plan.problems().isEmpty() || !Arrays.equals(foreseen, rows.foreseen(id))) {
            rows.setForeseen(id, foreseen);
            return new Outcome(about.kind(), plan, null);
        }
        List<CityImport.Account> accounts = check.apply(registers, actor);
        rows.applied(id, actor.id(), clock.instant());
        Map<String, Object> facts = Map.of(
                "import", id, "table", about.kind().code(), "created", plan.created(), "changed", plan.changed());
        journal.done(actor, "city-imported", null, Map.of(), facts);
        return new Outcome(about.kind(), plan, accounts);
    }
}
