package cn.wenzheng.channel.account;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/**
 * How the accounts of many units move in: a table is looked at first and goes in as a whole when it is confirmed; when
 * accounts have changed since the last look, it is refused once and shown anew.
 */
@Component
class AccountImports {

    private static final int RECENT = 20;
    private static final int MEGABYTES = 5;
    private static final int LONGEST_NAME = 200;

    private final AccountImportRows rows;
    private final AccountRows accounts;
    private final AccountList list;
    private final AccountRules rules;
    private final ChannelAccountDesk desk;
    private final AccountMemory memory;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AccountImports(
            AccountImportRows rows,
            AccountRows accounts,
            AccountList list,
            AccountRules rules,
            ChannelAccountDesk desk,
            AccountMemory memory,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.list = list;
        this.rules = rules;
        this.desk = desk;
        this.memory = memory;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An import with what it would change now; once it is in, with nothing. */
    record Preview(AccountImportRows.About about, AccountPlan plan) {}

    /** Keeps a table and tells under which id its preview is. */
    UUID preview(@Nullable MultipartFile file, Actor actor) {
        ChannelAccountDesk.requireAdmin(actor);
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "import-empty");
        }
        if (file.getSize() > MEGABYTES << 20) {
            throw Refusal.invalid("file", "city-import-too-large", MEGABYTES);
        }
        AccountTable table = AccountTable.read(bytes(file));
        byte[] foreseen = plan(table).fingerprint();
        return transaction.execute(status -> {
            UUID id = rows.insert(nameOf(file), table, foreseen, actor.id(), clock.instant());
            journal.done(actor, "channel-import-previewed", null, Map.of(), Map.of("import", id));
            return id;
        });
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String nameOf(MultipartFile file) {
        String sent = file.getOriginalFilename();
        String name = sent == null ? "" : sent.replaceAll("\\p{Cntrl}", "");
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    private AccountPlan plan(AccountTable table) {
        Map<String, AccountRows.Row> kept = new HashMap<>();
        accounts.all().forEach(row -> kept.put(AccountPlan.key(row.channel(), row.code()), row));
        return AccountPlan.of(table, kept, rules);
    }

    List<AccountImportRows.About> recent(Actor actor) {
        ChannelAccountDesk.requireReader(actor);
        return rows.recent(RECENT);
    }

    Preview find(UUID id, Actor actor) {
        ChannelAccountDesk.requireReader(actor);
        AccountImportRows.About about = rows.one(id).orElseThrow(Refusal::notFound);
        return new Preview(
                about, about.appliedAt() == null ? plan(rows.table(id)) : new AccountPlan(List.of(), 0, List.of()));
    }

    /** Takes the whole table in, or nothing of it. */
    AccountPlan confirm(UUID id, Actor actor) {
        ChannelAccountDesk.requireAdmin(actor);
        AccountPlan[] found = new AccountPlan[1];
        boolean in = Boolean.TRUE.equals(transaction.execute(status -> confirmed(id, found, actor)));
        if (!in) {
            int wrong = found[0].problems().size();
            throw wrong == 0
                    ? Refusal.conflict("channel-accounts-changed-meanwhile")
                    : Refusal.conflict("city-import-has-errors", wrong);
        }
        return found[0];
    }

    private boolean confirmed(UUID id, AccountPlan[] found, Actor actor) {
        // One change after the other from here on.
        memory.changed();
        AccountImportRows.About about = rows.one(id).orElseThrow(Refusal::notFound);
        if (about.appliedAt() != null) {
            throw Refusal.conflict("city-import-applied");
        }
        AccountPlan plan = plan(rows.table(id));
        found[0] = plan;
        if (!plan.problems().isEmpty() || !Arrays.equals(plan.fingerprint(), rows.foreseen(id))) {
            rows.setForeseen(id, plan.fingerprint());
            return false;
        }
        plan.changes().forEach(change -> put(change, actor));
        rows.applied(id, clock.instant());
        Map<String, Object> facts = Map.of("import", id, "created", plan.created(), "changed", plan.changed());
        journal.done(actor, "channel-accounts-imported", null, Map.of(), facts);
        return true;
    }

    private void put(AccountPlan.Change change, Actor actor) {
        if (change.isNew()) {
            desk.insert(change.channel(), change.code(), change.after(), actor);
        } else {
            desk.change(list.one(change.channel(), change.code()).orElseThrow(), change.after(), actor);
        }
    }
}
