package cn.wenzheng.deadline;

import static cn.wenzheng.CityRows.CENTRE;
import static cn.wenzheng.CityRows.LIGHTING;
import static cn.wenzheng.CityRows.ROADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import cn.wenzheng.CityRows;
import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Deadlines.Start;
import cn.wenzheng.petition.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

class KeptDeadlinesTest {

    private static final Instant AT = City.at("2026-03-10 10:00");
    private static CityRows city;
    private static int count;

    private final String petition = "WZ-20260310-%06d".formatted(++count);
    private final DeadlineRows rows = spy(new DeadlineRows(city.jdbc()));
    private final KeptDeadlines deadlines = new KeptDeadlines(
            rows,
            City.startValues(city),
            unit -> City.PLAIN_WEEK,
            new LadderPoints(new LadderRows(city.jdbc()), Clock.system(City.ZONE)),
            City.explanation());
    private final TransactionTemplate transaction = city.transactions();

    @BeforeAll
    static void buildTheCity() {
        city = new CityRows();
    }

    @BeforeEach
    void aPetition() {
        city.petition(petition);
    }

    @Test
    void startsAllLimitsOfAStepInOneStatement() {
        transaction.executeWithoutResult(tx -> assertThat(
                        deadlines.start(List.of(start(Stage.PROMISE, CENTRE, 1), start(Stage.ACCEPTANCE, CENTRE, 1))))
                .extracting(Limit::stage, Limit::dueAt)
                .containsExactly(
                        tuple(Stage.PROMISE, City.at("2026-03-10 11:00")),
                        tuple(Stage.ACCEPTANCE, City.at("2026-03-10 11:00"))));
        verify(rows, times(1)).insert(anyList(), anyLong());
        assertThat(deadlines.running(petition, Stage.PROMISE, CENTRE))
                .contains(new Limit(
                        petition,
                        Stage.PROMISE,
                        CENTRE,
                        1,
                        AT,
                        City.at("2026-03-10 10:30"),
                        City.at("2026-03-10 10:48"),
                        City.at("2026-03-10 11:00"),
                        true,
                        null));
    }

    @Test
    void knowsWithoutAskingWhatTheTransactionItselfHasStarted() {
        transaction.executeWithoutResult(tx -> {
            deadlines.start(List.of(start(Stage.REVIEW, CENTRE, 1)));
            clearInvocations(rows);
            assertThat(deadlines.running(petition, Stage.REVIEW, CENTRE)).isPresent();
            verifyNoInteractions(rows);
            deadlines.end(petition, Stage.REVIEW, null, AT);
            assertThat(deadlines.running(petition, Stage.REVIEW, CENTRE)).isEmpty();
        });
    }

    @Test
    void forgetsWhatARolledBackTransactionHasStarted() {
        transaction.executeWithoutResult(tx -> {
            deadlines.start(List.of(start(Stage.REVIEW, CENTRE, 1)));
            tx.setRollbackOnly();
        });
        transaction.executeWithoutResult(tx ->
                assertThat(deadlines.running(petition, Stage.REVIEW, CENTRE)).isEmpty());
    }

    @Test
    void refusesTheSameLimitTwice() {
        List<Start> starts = List.of(start(Stage.HANDLING, LIGHTING, 1));
        transaction.executeWithoutResult(tx -> deadlines.start(starts));
        assertThatThrownBy(() -> transaction.executeWithoutResult(tx -> deadlines.start(starts)))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void endsOneUnitsLimitAndLeavesTheOthersRunning() {
        transaction.executeWithoutResult(tx -> {
            deadlines.start(List.of(start(Stage.HANDLING, LIGHTING, 1), start(Stage.HANDLING, ROADS, 1)));
            deadlines.end(petition, Stage.HANDLING, LIGHTING, AT.plusSeconds(60));
            deadlines.end(petition, Stage.HANDLING, LIGHTING, AT.plusSeconds(120));
        });
        assertThat(deadlines.running(petition, Stage.HANDLING, LIGHTING)).isEmpty();
        assertThat(deadlines.running(petition, Stage.HANDLING, ROADS)).isPresent();
        assertThat(rows.of(List.of(petition)))
                .filteredOn(limit -> limit.unit().equals(LIGHTING))
                .extracting(Limit::endedAt)
                .as("ending what has ended does nothing")
                .containsExactly(AT.plusSeconds(60));
    }

    @Test
    void answersTheRoundThatRunsNow() {
        transaction.executeWithoutResult(tx -> deadlines.start(List.of(start(Stage.HANDLING, LIGHTING, 1))));
        transaction.executeWithoutResult(tx -> {
            deadlines.end(petition, Stage.HANDLING, null, AT.plusSeconds(60));
            deadlines.start(List.of(start(Stage.HANDLING, LIGHTING, 2)));
        });
        assertThat(deadlines
                        .running(petition, Stage.HANDLING, LIGHTING)
                        .orElseThrow()
                        .round())
                .isEqualTo(2);
    }

    @Test
    void endsEverythingOfAPetitionThatIsOver() {
        transaction.executeWithoutResult(tx -> {
            deadlines.start(List.of(start(Stage.HANDLING, LIGHTING, 1), start(Stage.HANDLING, ROADS, 1)));
            deadlines.endAll(petition, AT.plusSeconds(60));
        });
        assertThat(rows.of(List.of(petition)))
                .hasSize(2)
                .allSatisfy(limit -> assertThat(limit.endedAt()).isEqualTo(AT.plusSeconds(60)));
    }

    @Test
    void neverChangesALimitOutsideThePetitionsTransaction() {
        assertThat(Stream.of(KeptDeadlines.class.getDeclaredMethods())
                        .filter(method -> List.of("start", "end", "endAll").contains(method.getName()))
                        .filter(method -> !method.isBridge())
                        .map(method -> method.getAnnotation(Transactional.class).propagation()))
                .hasSize(3)
                .containsOnly(Propagation.MANDATORY);
    }

    private Start start(Stage stage, String unit, int round) {
        return new Start(petition, stage, unit, round, AT, null, null, null, false);
    }
}
