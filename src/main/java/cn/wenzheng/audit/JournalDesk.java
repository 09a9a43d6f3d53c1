package cn.wenzheng.audit;

import cn.wenzheng.access.Window;
import cn.wenzheng.access.table.ExportFormat;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where the auditor looks for what happened in the whole house; whoever looks is written down with what he looked for.
 *
 * <p>Auditors alone: the journal tells of logins and of work on people, which is nobody else's business.
 */
@Component
class JournalDesk {

    private final JournalSearchRows rows;
    private final Journal journal;
    private final TransactionTemplate reading;

    JournalDesk(JournalSearchRows rows, Journal journal, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.journal = journal;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * One page of what was found.
     *
     * @param total how many lines there are, at most 10,000
     * @param more true when there are more than {@code total}
     */
    @Schema(name = "JournalFound")
    record Found(List<AuditEntry> items, int total, boolean more) {}

    /** The lines asked for, newest first. */
    @Transactional
    public Found find(JournalFilter filter, @Nullable Integer page, @Nullable Integer size, Actor actor) {
        admit(actor);
        Window window = Window.of(page, size);
        if (window.offset() + window.size() > JournalSearchRows.MOST) {
            throw Refusal.invalid("page", "journal-page-too-far", JournalSearchRows.MOST);
        }
        int total = rows.count(filter);
        Found found = new Found(
                rows.page(filter, window), Math.min(total, JournalSearchRows.MOST), total > JournalSearchRows.MOST);
        journal.done(actor, "journal-searched", filter.petition(), Map.of(), filter.facts());
        return found;
    }

    /** Writes down that the lines leave the house; apart from the reading, so that a broken download stays on record. */
    @Transactional
    public void beginExport(JournalFilter filter, ExportFormat format, Actor actor) {
        admit(actor);
        Map<String, Object> facts = new HashMap<>(filter.facts());
        facts.put("format", format.code());
        journal.done(actor, "journal-exported", filter.petition(), Map.of(), facts);
    }

    /** Hands over all lines asked for, newest first, without holding them all. */
    void all(JournalFilter filter, Consumer<Stream<AuditEntry>> reader) {
        reading.executeWithoutResult(status -> {
            try (Stream<AuditEntry> lines = rows.all(filter)) {
                reader.accept(lines);
            }
        });
    }

    static void admit(Actor actor) {
        if (!actor.has(Role.AUDITOR)) {
            throw Refusal.forbidden("journal-not-yours");
        }
    }
}
