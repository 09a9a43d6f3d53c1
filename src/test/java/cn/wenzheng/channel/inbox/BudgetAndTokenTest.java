package cn.wenzheng.channel.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PullIntake.Page;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An account of Weibo in the whole product: what its quota and its token allow, and what a push leaves to a reading. */
class BudgetAndTokenTest extends PostOfficeScene {

    private static final String CODE = "budget";

    @Autowired
    private PollWorker polls;

    @Autowired
    private CursorRows cursors;

    @Autowired
    private Reading reading;

    @Autowired
    private PostOffice office;

    @Autowired
    private Clock clock;

    @BeforeEach
    void anAccountIsDue() {
        polls.stop();
        platform.pages.clear();
        rows.sql("""
                INSERT INTO channel_account (channel, code, unit, name, address, enabled, created_at)
                VALUES ('WEIBO', ?, '0106', '银州路灯', '77', true, '2026-01-01Z') ON CONFLICT DO NOTHING""").param(CODE).update();
        rows.sql("UPDATE channel_account SET paused = NULL, trouble = NULL, trouble_at = NULL WHERE code = ?")
                .param(CODE)
                .update();
        rows.sql("UPDATE channel_version SET version = version + 1").update();
        await().until(() -> accounts.find(Channel.WEIBO, CODE)
                .flatMap(account -> accounts.find(account.id()))
                .isPresent());
        rows.sql("DELETE FROM channel_quota WHERE account = ?")
                .param(account().id())
                .update();
        rows.sql("DELETE FROM channel_cursor").update();
        cursors.plan(account().id(), List.of("mentions"), Instant.EPOCH);
    }

    @Test
    void w8ThePollerSlowsDownAndStopsAndGoesOnTheNextDayAndSomebodyIsTold() {
        used(20);
        page("1", true, null);
        read();
        assertThat(nextAt()).as("most of it is left").isBeforeOrEqualTo(clock.instant());

        used(50);
        page("2", true, null);
        read();
        assertThat(nextAt())
                .as("nine calls for a day")
                .isBetween(
                        clock.instant().plus(Duration.ofHours(2)),
                        clock.instant().plus(Duration.ofHours(3)));

        used(60);
        page("3", false, null);
        read();
        assertThat(platform.pages).as("nobody was asked").hasSize(1);
        Instant again = nextAt();
        assertThat(again).isAfter(clock.instant().plus(Duration.ofHours(23)));
        assertThat(cursors.claim(again.minusSeconds(1))).isEmpty();
        assertThat(sheetOfAccount().toString()).contains("quota");

        rows.sql("UPDATE channel_quota SET began_at = began_at - interval '1 day' WHERE account = ?")
                .param(account().id())
                .update();
        read();
        assertThat(petitions()).hasSize(3);
    }

    @Test
    void w10ATokenThatIsOverStopsTheAccountUntilItHasANewOneAndThenTheRestIsRead() {
        page("1", true, new Outcome.TokenInvalid("21327"));
        read();
        assertThat(petitions()).as("what was read is kept").hasSize(1);
        assertThat(cursors.claim(clock.instant().plus(Duration.ofDays(9))))
                .as("nobody asks again and again")
                .isEmpty();
        assertThat(accounts.find(account().id())).isEmpty();

        clerk("admin")
                .caller()
                .post(
                        "/api/admin/channels/" + account().id() + "/secrets",
                        Map.of(
                                "name",
                                "access-token",
                                "value",
                                "new-token",
                                "expiresAt",
                                clock.instant().plus(Duration.ofDays(30)).toString()))
                .ok();
        await().until(() -> accounts.find(account().id()).isPresent());
        page("2", true, null);
        page("3", false, null);
        read();
        read();
        assertThat(petitions()).hasSize(3);
    }

    @Test
    void w4WhatAPushLeavesOutOfAPostComesWithTheReadingOnce() {
        Map<String, Object> pushed = post("s", "@清河发布 看看");
        office.take(account(), List.of(platform.found(pushed)), new byte[] {1}, () -> {});
        JsonNode brief = evidence("s");
        Map<String, Object> found = new HashMap<>(pushed);
        found.put("text", "@清河发布 看看\n//@老王:路灯坏了");
        found.put("media", List.of(id("p1"), id("p2")));
        polled(found);
        assertThat(evidence("s").path("pictures").asInt()).isEqualTo(2);
        assertThat(evidence("s").path("text").asText()).isEqualTo("@清河发布 看看\n//@老王:路灯坏了");
        assertThat(evidence("s").path("sha256").asText())
                .isNotEqualTo(brief.path("sha256").asText());
        assertThat(count("inbound_media WHERE petition = ?", petition("s"))).isEqualTo(2);
        assertThat(petitions()).hasSize(1);

        JsonNode whole = evidence("s");
        found.put("media", List.of(id("p3")));
        polled(found);
        assertThat(evidence("s")).as("then nothing changes it").isEqualTo(whole);
        assertThat(count("inbound_media WHERE petition = ?", petition("s"))).isEqualTo(2);
    }

    @Test
    void aCommentThatDoesNotNameItsPostGetsItFromTheReading() {
        Map<String, Object> pushed = new HashMap<>(post("c", "@清河发布 还没修"));
        pushed.put("unnamed", true);
        office.take(account(), List.of(platform.found(pushed)), new byte[] {1}, () -> {});
        assertThat(sheet(petition("c")).at("/origin/page").isNull()).isTrue();
        Map<String, Object> found = new HashMap<>(post("c", "@清河发布 还没修"));
        found.put("post", id("post"));
        found.put("comment", id("c"));
        polled(found);
        assertThat(sheet(petition("c")).at("/origin/page").asText()).isEqualTo("https://weibo.example/" + id("post"));
        assertThat(count(
                        "petition_source WHERE petition = ? AND post = ? AND comment = ?",
                        petition("c"),
                        id("post"),
                        id("c")))
                .isOne();
        assertThat(petitions()).hasSize(1);
    }

    private Map<String, Object> post(String what, String text) {
        return Map.of("id", id(what), "key", "s:" + id(what), "person", person, "text", text, "public", true);
    }

    private void polled(Map<String, Object> item) {
        office.take(account(), List.of(platform.found(item)), null, () -> {});
    }

    private JsonNode evidence(String what) {
        return sheet(petition(what)).at("/origin/evidence");
    }

    private void page(String what, boolean more, @Nullable Outcome trouble) {
        Inbound item = platform.polled(id(what), person, "路灯坏了" + what);
        platform.pages.add(new Page(List.of(item), what, more, 1, trouble));
    }

    private void used(int calls) {
        rows.sql("""
                INSERT INTO channel_quota (account, quota, began_at, used) VALUES (?, 'calls', ?, ?)
                ON CONFLICT (account, quota) DO UPDATE SET used = excluded.used""")
                .params(account().id(), Timestamp.from(clock.instant()), calls)
                .update();
    }

    /** As the worker does when its time has come. */
    private void read() {
        rows.sql("UPDATE channel_cursor SET next_at = '2026-01-01Z' WHERE account = ?")
                .param(account().id())
                .update();
        reading.page(cursors.claim(clock.instant()).orElseThrow(), account(), platform);
    }

    private Instant nextAt() {
        return rows.sql("SELECT next_at FROM channel_cursor WHERE account = ? AND contact = 'mentions'")
                .param(account().id())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private JsonNode sheetOfAccount() {
        return clerk("admin")
                .caller()
                .get("/api/admin/channels/" + account().id())
                .ok();
    }

    private Account account() {
        return accounts.find(Channel.WEIBO, CODE).orElseThrow();
    }
}
