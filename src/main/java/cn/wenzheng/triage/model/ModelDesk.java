package cn.wenzheng.triage.model;

import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/**
 * The counter of what the house has learnt: administrators have it learn and choose which version speaks, auditors look
 * on. Whoever asks for a training gets a number; the training itself waits for a node with a free hand.
 */
@Component
public class ModelDesk {

    private static final int LONGEST_NAME = 200;

    private static final int LONGEST_COLUMN = 100;

    private final ModelRows rows;
    private final TrainingRows trainings;
    private final ModelSheets sheets;
    private final Journal journal;
    private final Clock clock;

    ModelDesk(ModelRows rows, TrainingRows trainings, ModelSheets sheets, Journal journal, Clock clock) {
        this.rows = rows;
        this.trainings = trainings;
        this.sheets = sheets;
        this.journal = journal;
        this.clock = clock;
    }

    /** All versions, newest first. */
    public Listing<ModelVersion> versions(Window window, Actor actor) {
        requireReader(actor);
        return new Listing<>(sheets.latest(window, LocaleContextHolder.getLocale()), sheets.count());
    }

    public ModelVersion version(String id, Actor actor) {
        requireReader(actor);
        return find(id);
    }

    private ModelVersion find(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw Refusal.notFound();
        }
        return sheets.one(Long.parseLong(id), LocaleContextHolder.getLocale()).orElseThrow(Refusal::notFound);
    }

    /**
     * Has a version trained from a labelled file; what the file lacks is told by the version's state.
     *
     * @param text the columns with what the citizen wrote; none for the usual ones
     * @param label the column with the topic; null for the usual one
     * @return the number of the version
     */
    @Transactional
    public long askFromFile(
            @Nullable MultipartFile file, @Nullable List<String> text, @Nullable String label, Actor actor) {
        requireAdministrator(actor);
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "import-empty");
        }
        List<String> columns = text == null ? List.of() : text;
        columns.forEach(column -> Limits.required("text", column, LONGEST_COLUMN));
        String decided = Limits.optional("label", label, LONGEST_COLUMN);
        HistoryFile history =
                new HistoryFile(nameOf(file), content(file), columns, decided == null ? HistoryFile.LABEL : decided);
        long version = trainings.askFromFile(history, actor.id(), clock.instant());
        journal.done(
                actor,
                "model-training-asked",
                null,
                Map.of(),
                Map.of("version", version, "origin", Origin.FILE.code()));
        return version;
    }

    /** Has a version trained from what the city has decided. */
    @Transactional
    public long ask(Actor actor) {
        requireAdministrator(actor);
        return asked(actor).orElseThrow(() -> Refusal.conflict("training-asked-already"));
    }

    /** As {@link #ask}, by the engine's clockwork, when enough was decided since the last time. */
    @Transactional
    public void askInTime() {
        if (rows.decidedSince() >= Yardstick.FEWEST) {
            asked(Actor.system(Door.ENGINE));
        }
    }

    private Optional<Long> asked(Actor actor) {
        Optional<Long> version = trainings.ask(Origin.DECISIONS, actor.id(), clock.instant());
        version.ifPresent(asked -> {
            journal.done(
                    actor,
                    "model-training-asked",
                    null,
                    Map.of(),
                    Map.of("version", asked, "origin", Origin.DECISIONS.code()));
        });
        return version;
    }

    /** Lets a version speak instead of the one that does. */
    @Transactional
    public void activate(String id, Actor actor) {
        requireAdministrator(actor);
        activate(find(id).id(), actor);
    }

    /** Lets the version speak that spoke before. */
    @Transactional
    public long rollBack(Actor actor) {
        requireAdministrator(actor);
        rows.takeTurn();
        long before = sheets.before().orElseThrow(() -> Refusal.conflict("model-none-before"));
        activate(before, actor);
        return before;
    }

    private void activate(long version, Actor actor) {
        rows.takeTurn();
        Map<String, Long> before =
                rows.active().map(old -> Map.of("version", old)).orElse(Map.of());
        if (!rows.activate(version, clock.instant())) {
            throw Refusal.conflict("model-not-usable", version);
        }
        journal.done(actor, "model-activated", null, before, Map.of("version", version));
    }

    static void requireReader(Actor actor) {
        if (!actor.hasAny(Role.ADMIN, Role.AUDITOR)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    static void requireAdministrator(Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The end of the file's name, which its sender chose, without what no row may hold. */
    private static String nameOf(MultipartFile file) {
        String sent = file.getOriginalFilename();
        String name = sent == null ? "" : sent.replaceAll("\\p{Cntrl}", "");
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
