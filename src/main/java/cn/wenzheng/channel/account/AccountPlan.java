package cn.wenzheng.channel.account;

import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.RowProblem;
import cn.wenzheng.petition.Channel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a table of accounts would change now, and what is wrong with it; with anything wrong, nothing of it goes in.
 *
 * @param changes new and changed accounts in the file's order
 */
record AccountPlan(List<Change> changes, int unchanged, List<RowProblem> problems) {

    /**
     * One account that a row makes or changes.
     *
     * @param before as it is now; null for a new one
     */
    record Change(
            int line,
            Channel channel,
            String code,
            @Nullable Wanted before,
            Wanted after) {

        public boolean isNew() {
            return before == null;
        }

        /** What is other than before, by column; for a new one everything. */
        public Map<String, String> facts() {
            Map<String, String> facts = new TreeMap<>(told(after));
            if (before != null) {
                told(before).forEach(facts::remove);
            }
            return facts;
        }

        private static Map<String, String> told(Wanted wanted) {
            return Map.of(
                    "unit", wanted.unit(),
                    "name", wanted.name(),
                    "address", wanted.address(),
                    "settings", new TreeMap<>(wanted.settings()).toString());
        }
    }

    public long created() {
        return changes.stream().filter(Change::isNew).count();
    }

    public long changed() {
        return changes.size() - created();
    }

    /** Holds a table against the accounts there are. */
    static AccountPlan of(AccountTable table, Map<String, AccountRows.Row> kept, AccountRules rules) {
        List<Change> changes = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        table.unreadable()
                .forEach(line -> problems.add(new RowProblem(line, Refusal.invalid("file", "city-row-unreadable"))));
        Set<String> seen = new HashSet<>();
        int unchanged = 0;
        for (AccountTable.Line line : table.lines()) {
            try {
                Change change = change(line, table.hasSettings(), kept, rules);
                if (!seen.add(key(change.channel(), change.code()))) {
                    throw Refusal.invalid("code", "account-code-taken", change.code());
                }
                if (change.after().equals(change.before())) {
                    unchanged++;
                } else {
                    changes.add(change);
                }
            } catch (Refusal refused) {
                problems.add(new RowProblem(line.line(), refused));
            }
        }
        problems.sort(Comparator.comparingInt(RowProblem::line));
        return new AccountPlan(changes, unchanged, problems);
    }

    private static Change change(
            AccountTable.Line line, boolean withSettings, Map<String, AccountRows.Row> kept, AccountRules rules) {
        Channel channel = rules.channel(line.channel());
        String code = rules.givenCode(line.cell("code"));
        AccountRows.Row row = kept.get(key(channel, code));
        Wanted before = row == null ? null : new Wanted(row.unit(), row.name(), row.address(), row.settings());
        Wanted told = rules.wanted(
                channel,
                line.cell("unit"),
                line.cell("name"),
                line.cell("address"),
                withSettings ? line.settings() : Map.of());
        Map<String, String> settings = new TreeMap<>(before == null ? Map.of() : before.settings());
        if (withSettings) {
            settings.keySet().removeAll(AccountFields.of(channel).changeable());
        }
        settings.putAll(told.settings());
        return new Change(
                line.line(), channel, code, before, new Wanted(told.unit(), told.name(), told.address(), settings));
    }

    static String key(Channel channel, String code) {
        return channel.name() + "/" + code;
    }

    /** Tells one plan from another: the same file against accounts that have changed is another plan. */
    byte[] fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(changes.toString().getBytes(StandardCharsets.UTF_8));
            problems.forEach(problem ->
                    digest.update((problem.line() + problem.reason().slug()).getBytes(StandardCharsets.UTF_8)));
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
