package cn.wenzheng.channel.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What each state of an account means, in SQL: so a list and the figure that counts it cannot differ. */
final class StateConditions {

    private static final Map<AccountState, String> CONDITIONS = conditions();

    /** One column for each state; with {@code channel_account a} and {@code channel_off off}. */
    static final String COLUMNS = states();

    private StateConditions() {}

    /** What each state but the first means; that is when none of the others holds. */
    private static Map<AccountState, String> conditions() {
        Map<AccountState, String> conditions = new EnumMap<>(AccountState.class);
        String on = "a.enabled AND off.channel IS NULL";
        conditions.put(AccountState.SILENT, on + " AND coalesce(a.item_at, a.created_at) < :silentBefore");
        conditions.put(AccountState.EXPIRING, on + " AND coalesce(a.token_expires_at < :expiresBefore, false)");
        conditions.put(AccountState.PAUSED, on + " AND a.paused IS NOT NULL");
        conditions.put(
                AccountState.TROUBLED,
                on + " AND a.paused IS NULL AND a.trouble IS NOT NULL"
                        + " AND a.trouble_at > greatest(a.sent_at, a.polled_at, '-infinity')");
        conditions.put(
                AccountState.LEFT_OUT,
                "EXISTS (SELECT FROM inbound_message left_out WHERE left_out.account = a.id"
                        + " AND left_out.outcome = 'FAILED' AND left_out.received_at >= :leftOutSince)");
        conditions.put(AccountState.OFF, "NOT (" + on + ")");
        return conditions;
    }

    private static String states() {
        StringJoiner columns = new StringJoiner(", ", "", "\n");
        CONDITIONS.forEach((state, condition) -> columns.add("(" + condition + ") AS is_" + state.name()));
        return columns.toString();
    }

    /** The condition for the accounts in a state. */
    static String of(AccountState state) {
        return state == AccountState.WORKING
                ? "NOT (" + String.join(" OR ", CONDITIONS.values()) + ")"
                : CONDITIONS.getOrDefault(state, "false");
    }

    /** The states of a row that was read with the columns. */
    static List<AccountState> read(ResultSet row) throws SQLException {
        List<AccountState> states = new ArrayList<>();
        for (AccountState state : CONDITIONS.keySet()) {
            if (row.getBoolean("is_" + state.name())) {
                states.add(state);
            }
        }
        return states.isEmpty() ? List.of(AccountState.WORKING) : states;
    }
}
