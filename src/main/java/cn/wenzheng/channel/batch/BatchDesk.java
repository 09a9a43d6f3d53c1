package cn.wenzheng.channel.batch;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** The counter of the file import: takes a file, says how far it has come. Operators only. */
@Component
public class BatchDesk {

    private static final int LONGEST_NAME = 200;

    private final ImportRows rows;
    private final ImportParts parts;
    private final ImportSheets sheets;
    private final ImportWorker worker;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BatchDesk(
            ImportRows rows,
            ImportParts parts,
            ImportSheets sheets,
            ImportWorker worker,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.parts = parts;
        this.sheets = sheets;
        this.worker = worker;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps the file and has it taken in, from now on whatever happens to this node.
     *
     * @return the import's id
     */
    public String start(@Nullable MultipartFile file, Import.Mode mode, Actor actor) {
        if (!actor.has(Role.OPERATOR)) {
            throw Refusal.forbidden("role-never-may");
        }
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "import-empty");
        }
        UUID id = transaction.execute(status -> keep(file, mode, actor));
        worker.call();
        return String.valueOf(id);
    }

    private UUID keep(MultipartFile file, Import.Mode mode, Actor actor) {
        UUID id = rows.insert(actor.id(), nameOf(file), mode == Import.Mode.BACKLOG, clock.instant());
        try (InputStream content = file.getInputStream()) {
            rows.setDigest(id, parts.keep(id, content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        journal.done(actor, "import-started", null, Map.of(), Map.of("import", id, "mode", mode.code()));
        return id;
    }

    /** How far an import has come; for others than operators there is none. */
    public Import status(String id, Actor actor) {
        if (!actor.has(Role.OPERATOR)) {
            throw Refusal.notFound();
        }
        return sheets.one(uuidOf(id), LocaleContextHolder.getLocale()).orElseThrow(Refusal::notFound);
    }

    /** The latest imports, newest first, without their rejected rows. */
    public List<Import> recent(Actor actor) {
        if (!actor.has(Role.OPERATOR)) {
            throw Refusal.forbidden("role-never-may");
        }
        return sheets.recent(LocaleContextHolder.getLocale());
    }

    /** The end of the file's name, which its sender chose, without what no row may hold. */
    private static String nameOf(MultipartFile file) {
        String sent = file.getOriginalFilename();
        String name = sent == null ? "" : sent.replaceAll("\\p{Cntrl}", "");
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    private static UUID uuidOf(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.notFound();
        }
    }
}
