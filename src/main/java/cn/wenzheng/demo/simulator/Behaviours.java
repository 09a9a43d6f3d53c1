package cn.wenzheng.demo.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps how the platforms behave. */
@Simulated("simulatedBehaviours")
class Behaviours {

    private final JdbcClient jdbc;

    Behaviours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Behaviour of(Platform platform) {
        Map<Switch, String> set = new EnumMap<>(Switch.class);
        jdbc.sql("SELECT name, value FROM simulated_switch WHERE platform = ?")
                .param(platform.code())
                .query((row, number) ->
                        set.put(Switch.of(platform, row.getString("name")), String.valueOf(row.getString("value"))))
                .list();
        return new Behaviour(set);
    }

    /** Sets a switch; an empty value puts it back to what is usual. */
    void set(Platform platform, Switch known, String value) {
        if (value.isEmpty()) {
            jdbc.sql("DELETE FROM simulated_switch WHERE platform = ? AND name = ?")
                    .params(platform.code(), known.code())
                    .update();
            return;
        }
        jdbc.sql("""
                INSERT INTO simulated_switch (platform, name, value) VALUES (?, ?, ?)
                ON CONFLICT (platform, name) DO UPDATE SET value = excluded.value""").params(platform.code(), known.code(), value).update();
    }

    /** The error that the next call was to end with; it is used up by that. */
    Optional<String> nextError(Platform platform) {
        return jdbc.sql("DELETE FROM simulated_switch WHERE platform = ? AND name = ? RETURNING value")
                .params(platform.code(), Switch.NEXT_ERROR.code())
                .query(String.class)
                .optional();
    }
}
