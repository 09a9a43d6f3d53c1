package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often lead units may send a petition back before the supervision office rules whose it is (裁定).
 *
 * <p>The rule is the newest of dated rows, so what once held stays readable; it counts from the next return on.
 */
@Component
public class ReturnRules {

    /** The ping-pong limit of the domain reference; it holds until an administrator sets another. */
    private static final int START = 2;

    private static final int MOST = 9;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    ReturnRules(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The rule and since when it holds.
     *
     * @param returns the return by a lead that opens a ruling: 2 is the second
     * @param since null for the start value
     * @param by the account that set it; null for the start value
     */
    public record ReturnRule(
            int returns, @Nullable Instant since, @Nullable String by) {}

    /** The rule that holds now. */
    ReturnRule now() {
        return newestFirst().get(0);
    }

    /** Every rule there was, newest first, the start value last; for administrators, supervisors and auditors. */
    public List<ReturnRule> all(Actor actor) {
        if (!actor.hasAny(Role.ADMIN, Role.SUPERVISOR, Role.AUDITOR)) {
            throw Refusal.forbidden("role-never-may");
        }
        return newestFirst();
    }

    /** Sets the rule from now on; for administrators. */
    @Transactional
    public void set(@Nullable Integer returns, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("role-never-may");
        }
        if (returns == null || returns < 1 || returns > MOST) {
            throw Refusal.invalid("returns", "returns-out-of-range", MOST);
        }
        ReturnRule before = now();
        jdbc.sql("INSERT INTO return_rule (since, returns, person) VALUES (?, ?, ?)")
                .params(Timestamp.from(clock.instant()), returns, actor.id())
                .update();
        journal.done(actor, "rule-returns-set", null, Map.of("returns", before.returns()), Map.of("returns", returns));
    }

    private List<ReturnRule> newestFirst() {
        return jdbc.sql("""
                        SELECT returns, since, person AS by FROM (
                            SELECT id, returns, since, person FROM return_rule
                            UNION ALL SELECT 0, ?, NULL, NULL) rule
                        ORDER BY id DESC""")
                .param(START)
                .query((row, n) ->
                        new ReturnRule(row.getInt("returns"), SheetRows.instant(row, "since"), row.getString("by")))
                .list();
    }
}
