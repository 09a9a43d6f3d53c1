package cn.wenzheng.channel.account;

import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of accounts and of switched-off channels; every change of them counts the version on. */
@Component
class AccountRows {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    AccountRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What of an account its callers need. */
    record Row(
            long id,
            Channel channel,
            String code,
            String unit,
            String name,
            String address,
            Map<String, String> settings,
            boolean enabled,
            boolean paused) {}

    List<Row> all() {
        return jdbc.sql("""
                        SELECT id, channel, code, unit, name, address, settings, enabled, paused FROM channel_account
                        ORDER BY id""").query((row, n) -> row(row)).list();
    }

    Row one(long id) {
        return jdbc.sql("""
                        SELECT id, channel, code, unit, name, address, settings, enabled, paused FROM channel_account
                        WHERE id = ?""").param(id).query((row, n) -> row(row)).single();
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                Channel.valueOf(row.getString("channel")),
                row.getString("code"),
                row.getString("unit"),
                row.getString("name"),
                row.getString("address"),
                texts(row.getString("settings")),
                row.getBoolean("enabled"),
                row.getString("paused") != null);
    }

    Map<String, String> texts(String written) {
        try {
            return json.readValue(written, TEXTS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the settings are texts by name", impossible);
        }
    }

    private String written(Map<String, String> settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the settings are texts by name", impossible);
        }
    }

    boolean exists(Channel channel, String code) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM channel_account WHERE channel = ? AND code = ?)")
                .params(channel.name(), code)
                .query(Boolean.class)
                .single();
    }

    long insert(Channel channel, String code, Wanted wanted, @Nullable Instant tokenExpiresAt, Instant at) {
        return jdbc.sql("""
                        INSERT INTO channel_account
                            (channel, code, unit, name, address, settings, enabled, token_expires_at, created_at)
                        VALUES (?, ?, ?, ?, ?, ?::jsonb, true, ?, ?) RETURNING id""")
                .params(channel.name(), code, wanted.unit(), wanted.name(), wanted.address())
                .params(written(wanted.settings()), utc(tokenExpiresAt), utc(at))
                .query(Long.class)
                .single();
    }

    void update(long id, Wanted wanted) {
        jdbc.sql("UPDATE channel_account SET unit = ?, name = ?, address = ?, settings = ?::jsonb WHERE id = ?")
                .params(wanted.unit(), wanted.name(), wanted.address(), written(wanted.settings()), id)
                .update();
    }

    void setSetting(long id, String setting, String value) {
        jdbc.sql("UPDATE channel_account SET settings = settings || jsonb_build_object(?, ?) WHERE id = ?")
                .params(setting, value, id)
                .update();
    }

    void enable(long id, boolean enabled) {
        jdbc.sql("UPDATE channel_account SET enabled = ? WHERE id = ?")
                .params(enabled, id)
                .update();
    }

    /** It has a new secret: it is let in again until the platform says otherwise. */
    void authorise(long id, @Nullable Instant tokenExpiresAt) {
        jdbc.sql("""
                UPDATE channel_account SET paused = NULL, trouble = NULL, trouble_at = NULL,
                    token_expires_at = coalesce(?, token_expires_at) WHERE id = ?""").params(utc(tokenExpiresAt), id).update();
    }

    Set<Channel> off() {
        return jdbc.sql("SELECT channel FROM channel_off").query(String.class).list().stream()
                .map(Channel::valueOf)
                .collect(Collectors.toSet());
    }

    void switchChannel(Channel channel, boolean on, Instant at) {
        if (on) {
            jdbc.sql("DELETE FROM channel_off WHERE channel = ?")
                    .param(channel.name())
                    .update();
        } else {
            jdbc.sql("INSERT INTO channel_off (channel, at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .params(channel.name(), utc(at))
                    .update();
        }
    }

    long version() {
        return jdbc.sql("SELECT version FROM channel_version").query(Long.class).single();
    }

    /** Also lets one change after the other happen. */
    void countOn() {
        jdbc.sql("UPDATE channel_version SET version = version + 1").update();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
