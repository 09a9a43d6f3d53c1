package cn.wenzheng.deadline;

import static cn.wenzheng.CityRows.CENTRE;
import static cn.wenzheng.CityRows.LIGHTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.wenzheng.CityRows;
import cn.wenzheng.StillClock;
import cn.wenzheng.deadline.calendar.RowsAsCalendar;
import cn.wenzheng.petition.ClockLedger.Move;
import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Deadlines.Start;
import cn.wenzheng.petition.MoveCause;
import cn.wenzheng.petition.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

class LimitsAnewTest {

    private static final String PETITION = "WZ-20260310-%06d";
    private static final Instant TUESDAY_TEN = City.at("2026-03-10 10:00");
    private static final PlainCalendar PLAIN = PlanOf2026.rows();

    private final CityRows city = new CityRows();
    private final TransactionTemplate transaction = city.transactions();
    private final StillClock clock = new StillClock();
    private final Known known = new Known();
    private final List<BreachUndone> undone = new ArrayList<>();
    private final List<Limit> shown = new ArrayList<>();
    private final LadderPoints points = new LadderPoints(new LadderRows(city.jdbc()), clock);
    private final DeadlineRows rows = new DeadlineRows(city.jdbc());
    private final KeptDeadlines deadlines =
            new KeptDeadlines(rows, City.startValues(city), known, points, City.explanation());
    private final LimitsAnew limits = new LimitsAnew(
            new LiveRows(city.jdbc()),
            new ClockMoves(
                    new ClockRows(city.jdbc()), new ClockEntries(city.jdbc()), known, points, hands(), event -> {}),
            known,
            event -> undone.add((BreachUndone) event),
            clock);

    /** The calendars as this node knows them. */
    private static final class Known implements Calendars {

        private WorkingTime work = RowsAsCalendar.of(PLAIN);
        private long version = 1;

        void off(String day) {
            work = RowsAsCalendar.of(PLAIN.withHoliday(LocalDate.parse(day)));
            version++;
        }

        @Override
        public WorkingTime of(String unit) {
            return work;
        }

        @Override
        public long version() {
            return version;
        }
    }

    @BeforeEach
    void aClockOfTuesdayNoon() {
        clock.shows("2026-03-10 12:00");
    }

    @Test
    void showsWhatOtherCalendarsWouldMakeOfLimitsAndChangesNothing() {
        starts(1, Stage.HANDLING);
        starts(2, Stage.PROMISE);
        Known others = new Known();
        others.off("2026-03-12");
        LimitsAnew.Some some = limits.look(null, 10, others);
        assertThat(some.seen()).isEqualTo(2);
        assertThat(some.moved())
                .extracting(
                        moved -> moved.before().petition(),
                        moved -> moved.before().dueAt(),
                        moved -> moved.after().dueAt())
                .containsExactly(tuple(number(1), City.at("2026-03-17 10:00"), City.at("2026-03-18 10:00")));
        assertThat(limits.isAnyOld()).isFalse();
        assertThat(due(1, Stage.HANDLING)).isEqualTo(City.at("2026-03-17 10:00"));
        assertThat(limits.look(some.last(), 10, others).seen()).isZero();
    }

    @Test
    void countsEveryLimitOnceHoweverManyBatchesThereAre() {
        for (int petition = 1; petition <= 25; petition++) {
            starts(petition, Stage.HANDLING, Stage.PROMISE);
        }
        known.off("2026-03-12");
        int seen = 0;
        LimitsAnew.Some some = countAnew(null, 7);
        while (some.seen() > 0) {
            seen += some.seen();
            some = countAnew(some.last(), 7);
        }
        assertThat(seen).isEqualTo(50);
        assertThat(limits.isAnyOld()).isFalse();
        assertThat(due(25, Stage.HANDLING)).isEqualTo(City.at("2026-03-18 10:00"));
        assertThat(entries()).as("one for each that moved, none for the others").isEqualTo(25);
        assertThat(shown).as("timers and tasks moved with them").hasSize(25);
    }

    @Test
    void goesOnWhereABatchWasCutOff() {
        starts(1, Stage.HANDLING);
        starts(2, Stage.HANDLING);
        known.off("2026-03-12");
        LimitKey first = countAnew(null, 1).last();
        transaction.executeWithoutResult(killed -> {
            countAnew(first, 1);
            killed.setRollbackOnly();
        });
        assertThat(due(2, Stage.HANDLING)).isEqualTo(City.at("2026-03-17 10:00"));
        assertThat(countAnew(null, 10).moved())
                .extracting(moved -> moved.after().petition())
                .containsExactly(number(2));
        assertThat(entries()).as("none twice").isEqualTo(2);
    }

    @Test
    void leavesWhatSomebodyElseHoldsForLater() {
        starts(1, Stage.HANDLING);
        starts(2, Stage.HANDLING);
        known.off("2026-03-12");
        transaction.executeWithoutResult(held -> {
            city.jdbc()
                    .sql("SELECT 1 FROM deadline WHERE petition = ? FOR UPDATE")
                    .param(number(1))
                    .query(Integer.class)
                    .single();
            assertThat(inAnotherTransaction()).isOne();
        });
        assertThat(limits.isAnyOld()).isTrue();
        assertThat(countAnew(null, 10).moved())
                .extracting(moved -> moved.after().petition())
                .containsExactly(number(1));
    }

    private int inAnotherTransaction() {
        List<Integer> seen = new ArrayList<>();
        Thread other = new Thread(() -> seen.add(countAnew(null, 10).seen()));
        other.start();
        try {
            other.join();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        return seen.get(0);
    }

    @Test
    void catchesALimitThatANodeHasStartedByTheOldCalendarMeanwhile() {
        known.off("2026-03-12");
        Known stale = new Known();
        KeptDeadlines otherNode = new KeptDeadlines(rows, City.startValues(city), stale, points, City.explanation());
        city.petition(number(1));
        transaction.executeWithoutResult(tx -> otherNode.start(List.of(start(1, Stage.HANDLING))));
        assertThat(due(1, Stage.HANDLING)).isEqualTo(City.at("2026-03-17 10:00"));
        assertThat(limits.isAnyOld()).isTrue();
        countAnew(null, 10);
        assertThat(due(1, Stage.HANDLING)).isEqualTo(City.at("2026-03-18 10:00"));
    }

    @Test
    void tellsWhatIsMissedNoMore() {
        starts(1, Stage.HANDLING);
        starts(2, Stage.HANDLING);
        starts(3, Stage.HANDLING);
        ends(2, "2026-03-17 16:00");
        ends(3, "2026-03-18 12:00");
        clock.shows("2026-03-17 17:00");
        known.off("2026-03-12");
        countAnew(null, 10);
        assertThat(undone)
                .as("one still runs, one was answered a few hours late, one is late by the new calendar, too")
                .extracting(
                        told -> told.limit().petition(),
                        BreachUndone::dueBefore,
                        told -> told.limit().dueAt())
                .containsExactly(
                        tuple(number(1), City.at("2026-03-17 10:00"), City.at("2026-03-18 10:00")),
                        tuple(number(2), City.at("2026-03-17 10:00"), City.at("2026-03-18 10:00")));
        assertThat(shown)
                .as("what is over has no timer any more")
                .extracting(Limit::petition)
                .containsExactly(number(1));
    }

    @Test
    void tellsOfAWarningThatCameTooSoon() {
        starts(1, Stage.HANDLING);
        clock.shows("2026-03-16 12:00");
        known.off("2026-03-12");
        countAnew(null, 10);
        assertThat(undone)
                .as("four fifths were used up on the 16th, and are on the 17th by the new calendar")
                .hasSize(1);
    }

    @Test
    void keepsTheLadderThatALimitStartedUnder() {
        starts(1, Stage.HANDLING);
        Instant near = near(1);
        clock.shows("2026-03-16 12:00");
        new LadderRows(city.jdbc()).add(new Ladder(clock.instant(), 60, 95, 1, 2, 3, "supervisor", clock.instant()));
        points.forget();
        known.off("2027-03-11");
        assertThat(countAnew(null, 10).moved()).isEmpty();
        assertThat(near(1)).isEqualTo(near);
        assertThat(undone).as("the blue slip went out by the ladder of its day").isEmpty();
    }

    @Test
    void makesNobodyLateByAnEditThatComesLater() {
        known.off("2026-03-12");
        starts(1, Stage.HANDLING);
        clock.shows("2026-03-17 12:00");
        known.work = RowsAsCalendar.of(PLAIN);
        known.version++;
        countAnew(null, 10);
        assertThat(due(1, Stage.HANDLING))
                .as("by the new calendar it would have been 10:00, which is over")
                .isEqualTo(City.at("2026-03-17 12:00"));
    }

    private LimitsAnew.Some countAnew(@Nullable LimitKey after, int size) {
        Move move = new Move(clock.instant(), "admin", MoveCause.CALENDAR_EDITED);
        return transaction.execute(tx -> limits.countAnew(after, size, move));
    }

    private void starts(int petition, Stage... stages) {
        city.petition(number(petition));
        transaction.executeWithoutResult(tx -> deadlines.start(
                Stream.of(stages).map(stage -> start(petition, stage)).toList()));
    }

    private void ends(int petition, String at) {
        transaction.executeWithoutResult(tx -> deadlines.endAll(number(petition), City.at(at)));
    }

    private Instant due(int petition, Stage stage) {
        return rows.of(List.of(number(petition))).stream()
                .filter(limit -> limit.stage() == stage)
                .findFirst()
                .orElseThrow()
                .dueAt();
    }

    private Instant near(int petition) {
        return rows.of(List.of(number(petition))).get(0).remindAt();
    }

    private int entries() {
        return city.jdbc()
                .sql("SELECT count(*) FROM clock_entry WHERE kind = 'CALENDAR_CHANGED' AND actor = 'admin'")
                .query(Integer.class)
                .single();
    }

    private static Start start(int petition, Stage stage) {
        String unit = stage == Stage.HANDLING ? LIGHTING : CENTRE;
        return new Start(number(petition), stage, unit, 1, TUESDAY_TEN, null, null, null, false);
    }

    private static String number(int petition) {
        return PETITION.formatted(petition);
    }

    private ObjectProvider<ClockHands> hands() {
        ClockHands hands = new ClockHands() {
            @Override
            public void moved(Collection<Limit> moved) {
                throw new AssertionError("thousands of limits are shown in bulk");
            }

            @Override
            public void movedInBulk(Collection<Limit> moved) {
                shown.addAll(moved);
            }
        };
        return new StaticListableBeanFactory(Map.of("hands", hands)).getBeanProvider(ClockHands.class);
    }
}
