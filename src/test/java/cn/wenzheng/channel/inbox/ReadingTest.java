package cn.wenzheng.channel.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PullIntake.Page;
import cn.wenzheng.channel.Sealing;
import cn.wenzheng.petition.Channel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;

/** What platforms have to be asked for is read page by page, and what is read stays with the place it was read from. */
class ReadingTest extends PostOfficeScene {

    @Autowired
    private PollWorker polls;

    @Autowired
    private CursorRows cursors;

    @Autowired
    private Reading reading;

    /** Other tests have moved it. */
    @Autowired
    private Clock clock;

    @BeforeEach
    void nothingIsDue() {
        polls.stop();
        platform.pages.clear();
        platform.cursors.clear();
        rows.sql("DELETE FROM channel_cursor").update();
        cursors.plan(account().id(), List.of("mentions"), Instant.EPOCH);
    }

    @Test
    void everyPageMovesTheCursorWithItsItemsAndTheLastOneEndsTheReading() {
        platform.pages.add(page(List.of(item("1"), item("2")), "2", true, null));
        platform.pages.add(page(List.of(item("3")), "3", false, null));
        read();
        assertThat(cursor()).isEqualTo("2");
        read();
        assertThat(cursor()).isEqualTo("3");
        assertThat(platform.cursors).containsExactly(null, "2");
        assertThat(petitions()).hasSize(3);
        assertThat(cursors.claim(Instant.now()))
                .as("not before an hour has passed")
                .isEmpty();
    }

    @Test
    void w4AnItemByPushAndByPollIsOneRow() {
        assertThat(push(POLLED, message("1", "路灯坏了")).statusCode()).isEqualTo(200);
        platform.pages.add(page(List.of(item("1")), "1", false, null));
        read();
        assertThat(petitions()).hasSize(1);
    }

    @Test
    void w9WhatStopsInTheMiddleGoesOnFromThereWhenThePlatformListens() {
        Instant until = Instant.now().plusSeconds(3600);
        platform.pages.add(page(List.of(item("1")), "1", true, new Outcome.NotNow(until, "10023")));
        read();
        assertThat(petitions()).hasSize(1);
        assertThat(cursor()).isEqualTo("1");
        assertThat(cursors.claim(until.minusSeconds(5))).isEmpty();
        assertThat(cursors.claim(until.plusSeconds(5))).isPresent();
    }

    @Test
    void oneItemThatCannotBeTakenHoldsUpNoOther() {
        Inbound broken = platform.polledAt(Instant.MAX, id("broken"), person);
        platform.pages.add(page(List.of(item("1"), broken, item("2")), "2", false, null));
        read();
        assertThat(petitions()).as("the good ones are in").hasSize(2);
        assertThat(cursor()).isEqualTo("2");
        assertSetAside("broken");
    }

    @Test
    void whatWasPushedAndCanNeverBeTakenIsSetAsideAndAcknowledged() {
        var broken = CallbackTest.with(message("broken", "路灯坏了"), "at", Instant.MAX.toString());
        assertThat(push(ROOT, List.of(message("1", "路灯坏了"), broken)).statusCode())
                .isEqualTo(200);
        assertThat(petitions()).hasSize(1);
        assertSetAside("broken");
        assertThat(push(ROOT, broken).statusCode()).as("it comes again").isEqualTo(200);
        assertSetAside("broken");
    }

    private void assertSetAside(String what) {
        String kept = "inbound_message WHERE external_id = ? AND outcome = 'FAILED' AND raw IS NOT NULL";
        assertThat(count(kept, id(what))).isOne();
        inbound.forgetRaw(Instant.now().plusSeconds(60));
        assertThat(count(kept, id(what))).as("nothing else has its words").isOne();
    }

    @Autowired
    private InboundRows inbound;

    @Autowired
    private Sealing sealing;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void whileTheDatabaseIsAwayNothingIsGivenUpAndAllOfItComesAgain() {
        PostOffice away = mock();
        when(away.take(any(), any(), any(), any())).thenThrow(new CannotCreateTransactionException("away"));
        Clock clock = Clock.systemUTC();
        Reading hindered =
                new Reading(cursors, away, new SetAside(away, rows, sealing, transactions, clock), accounts, clock);
        platform.pages.add(page(List.of(item("1"), item("2")), "2", false, null));
        CursorRows.Held held = cursors.claim(Instant.now()).orElseThrow();
        assertThatThrownBy(() -> hindered.page(held, account(), platform))
                .isInstanceOf(CannotCreateTransactionException.class);
        assertThat(cursor()).isNull();
        assertThat(count("inbound_message WHERE external_id IN (?, ?)", id("1"), id("2")))
                .isZero();
    }

    @Test
    void aPageIsTakenInSlicesAndItsPlaceIsKeptWithTheLast() {
        CursorRows.Held mine = cursors.claim(Instant.now()).orElseThrow();
        rows.sql("UPDATE channel_cursor SET held_until = clock_timestamp() + interval '1 hour'")
                .update();
        List<Inbound> items =
                IntStream.range(0, 45).mapToObj(n -> item("n" + n)).toList();
        platform.pages.add(page(items, "1", false, null));
        assertThatThrownBy(() -> reading.page(mine, account(), platform)).isInstanceOf(RuntimeException.class);
        assertThat(petitions()).as("two slices, and not the third").hasSize(40);
        assertThat(cursor()).isNull();

        rows.sql("UPDATE channel_cursor SET held_until = NULL").update();
        platform.pages.add(page(items, "1", false, null));
        read();
        assertThat(petitions()).hasSize(45);
        assertThat(cursor()).isEqualTo("1");
    }

    @Test
    void aVeryLongIdIsStillOneItem() {
        Inbound longest = platform.polled(id("x".repeat(500)), person, "太长的编号");
        platform.pages.add(page(List.of(longest, longest), "1", false, null));
        read();
        assertThat(petitions()).hasSize(1);
    }

    @Test
    void whoHasLostHisPlaceKeepsNothing() {
        CursorRows.Held mine = cursors.claim(Instant.now()).orElseThrow();
        rows.sql("UPDATE channel_cursor SET held_until = clock_timestamp() + interval '1 hour'")
                .update();
        platform.pages.add(page(List.of(item("1")), "1", false, null));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> reading.page(mine, account(), platform))
                .isInstanceOf(RuntimeException.class);
        assertThat(petitions()).isEmpty();
    }

    @Test
    void fiftyThousandCommentsAreReadWithoutHoldingThemAll() {
        // 250 pages of 200 comments, of which two hundred pages were seen before: they cost a look each and no
        // petition.
        List<Inbound> seen = IntStream.range(0, 5).mapToObj(n -> item("s" + n)).toList();
        platform.pages.add(page(seen, "0", true, null));
        read();
        for (int page = 1; page < 50; page++) {
            platform.pages.add(page(seen, String.valueOf(page), true, null));
            read();
            assertThat(platform.pages).as("one page a step").isEmpty();
        }
        assertThat(cursor()).isEqualTo("49");
        assertThat(petitions()).hasSize(5);
    }

    @Test
    void aNewAccountIsReadByItself() {
        rows.sql("DELETE FROM channel_cursor").update();
        platform.pages.add(page(List.of(item("1")), "1", false, null));
        polls.start();
        await().until(() -> petitions().size() == 1);
        await().until(() -> count("channel_cursor WHERE contact = ''") > 0);
        polls.stop();
    }

    private void read() {
        reading.page(cursors.claim(clock.instant().plusSeconds(1)).orElseThrow(), account(), platform);
    }

    private Account account() {
        return accounts.find(Channel.WECHAT, POLLED).orElseThrow();
    }

    private Inbound item(String what) {
        return platform.polled(id(what), person, "路灯坏了" + what);
    }

    private static Page page(List<Inbound> items, String cursor, boolean more, Outcome trouble) {
        return new Page(new ArrayList<>(items), cursor, more, 1, trouble);
    }

    private String cursor() {
        return rows.sql("SELECT cursor FROM channel_cursor WHERE account = ? AND contact = 'mentions'")
                .param(account().id())
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
