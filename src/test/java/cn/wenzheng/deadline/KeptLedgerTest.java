package cn.wenzheng.deadline;

import static cn.wenzheng.CityRows.CENTRE;
import static cn.wenzheng.CityRows.LIGHTING;
import static cn.wenzheng.CityRows.ROADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import cn.wenzheng.ClockRooms;
import cn.wenzheng.petition.ClockLedger;
import cn.wenzheng.petition.ClockLedger.Entry;
import cn.wenzheng.petition.ClockLedger.ExtensionCap;
import cn.wenzheng.petition.ClockLedger.Move;
import cn.wenzheng.petition.ClockMove;
import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Deadlines.Start;
import cn.wenzheng.petition.MoveCause;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.petition.Urgency;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The ledger on its tables: two units have had a petition in hand since Tuesday at ten. */
class KeptLedgerTest extends ClockRooms {

    private static final Instant DUE = City.at("2026-03-17 10:00");

    @Autowired
    private ClockLedger ledger;

    @MockitoBean
    private ClockHands hands;

    @BeforeEach
    void itIsWednesdayAtTen() {
        starts(Stage.HANDLING, LIGHTING, 1);
        starts(Stage.HANDLING, ROADS, 1);
        starts(Stage.CASE_HANDLING, CENTRE, 1);
        starts(Stage.WHOLE, CENTRE, 1);
        clock.shows("2026-03-11 10:00");
    }

    @Test
    void letsTheUnitsClocksStandStillAndTheWholeRunOn() {
        Instant whole = limit(Stage.WHOLE, CENTRE).dueAt();
        in(() -> ledger.pause(petition, City.at("2026-03-11 12:00"), move(MoveCause.SEASON)));
        assertThat(limit(Stage.HANDLING, LIGHTING).dueAt()).isEqualTo(City.at("2026-03-17 12:00"));
        assertThat(limit(Stage.WHOLE, CENTRE).dueAt()).isEqualTo(whole);
        assertThat(ledger.entries(petition))
                .hasSize(3)
                .contains(new Entry(
                        Stage.HANDLING,
                        ROADS,
                        1,
                        ClockMove.PAUSED,
                        move(MoveCause.SEASON),
                        City.at("2026-03-11 12:00"),
                        null,
                        null,
                        DUE,
                        City.at("2026-03-17 12:00")));
        verify(hands).moved(argThat(moved -> moved.size() == 3));
    }

    @Test
    void runsOnWhenItIsResumedAndStandsStillOnceMore() {
        in(() -> ledger.pause(petition, City.at("2026-03-20 00:00"), move(MoveCause.SEASON)));
        clock.shows("2026-03-11 12:00");
        in(() -> ledger.resume(petition, move(MoveCause.CENTRE_RESUMED)));
        assertThat(limit(Stage.HANDLING, LIGHTING).dueAt()).isEqualTo(City.at("2026-03-17 12:00"));
        clock.shows("2026-03-12 10:00");
        in(() -> ledger.pause(petition, City.at("2026-03-13 10:00"), move(MoveCause.THIRD_PARTY)));
        assertThat(limit(Stage.HANDLING, LIGHTING).dueAt()).isEqualTo(City.at("2026-03-18 12:00"));
        assertThat(ledger.entries(petition))
                .filteredOn(entry -> entry.unit().equals(LIGHTING))
                .extracting(Entry::kind)
                .containsExactly(ClockMove.PAUSED, ClockMove.RESUMED, ClockMove.PAUSED);
    }

    @Test
    void extendsOnePartByItsLevel() {
        assertThat(transaction.<ExtensionCap>execute(tx -> ledger.extensionCap(petition, LIGHTING)))
                .isEqualTo(new ExtensionCap(3, 3));
        in(() -> ledger.extend(petition, Stage.HANDLING, LIGHTING, 3, move(MoveCause.EXTENSION_GRANTED)));
        assertThat(limit(Stage.HANDLING, LIGHTING).dueAt()).isEqualTo(City.at("2026-03-20 10:00"));
        assertThat(limit(Stage.HANDLING, ROADS).dueAt()).isEqualTo(DUE);
        assertThat(ledger.entries(petition)).extracting(Entry::grantedDays).containsExactly(3);
    }

    @Test
    void countsByAnotherLevelAndWritesNothingWhenTheLevelStays() {
        in(() -> ledger.changeLevel(List.of(handling(Urgency.NORMAL)), move(MoveCause.CLASSIFIED_ANEW)));
        assertThat(ledger.entries(petition)).isEmpty();
        verifyNoInteractions(hands);
        in(() -> ledger.changeLevel(List.of(handling(Urgency.LIFE)), move(MoveCause.CLASSIFIED_ANEW)));
        assertThat(limit(Stage.HANDLING, LIGHTING).dueAt())
                .as("two hours were over yesterday, but nobody is late by what was decided today")
                .isEqualTo(City.at("2026-03-11 10:00"));
        assertThat(ledger.entries(petition)).extracting(Entry::levelAfter).containsExactly("LIFE");
    }

    @Test
    void writesAnotherLevelDownThatGrantsAsMuchTime() {
        starts(Stage.SIGN_IN, LIGHTING, 1);
        Start inquiry = new Start(
                petition,
                Stage.SIGN_IN,
                LIGHTING,
                1,
                clock.instant(),
                PetitionKind.INQUIRY,
                Urgency.NORMAL,
                null,
                false);
        in(() -> ledger.changeLevel(List.of(inquiry), move(MoveCause.CLASSIFIED_ANEW)));
        assertThat(ledger.entries(petition)).extracting(Entry::levelAfter).containsExactly("INQUIRY");
        assertThat(ledger.entries(petition)).allMatch(entry -> entry.dueBefore().equals(entry.dueAfter()));
    }

    @Test
    void movesNoDueDateWithoutAnEntry() {
        assertThatThrownBy(() -> city.jdbc()
                        .sql("UPDATE deadline SET due_at = due_at + interval '1 day' WHERE petition = ?")
                        .param(petition)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("moved without an entry");
        assertThat(limit(Stage.HANDLING, LIGHTING).dueAt()).isEqualTo(DUE);
    }

    @Test
    void keepsItsEntriesForGood() {
        in(() -> ledger.handOver(petition, move(MoveCause.REASSIGNED)));
        for (String change : List.of("DELETE FROM clock_entry", "UPDATE clock_entry SET actor = 'nobody'")) {
            assertThatThrownBy(() -> city.jdbc().sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("clock_entry");
        }
        assertThat(ledger.entries(petition)).extracting(Entry::kind).containsExactly(ClockMove.HANDED_OVER);
    }

    @Test
    void forgetsAMoveThatIsRolledBack() {
        transaction.executeWithoutResult(tx -> {
            ledger.pause(petition, City.at("2026-03-20 00:00"), move(MoveCause.SEASON));
            tx.setRollbackOnly();
        });
        assertThat(ledger.entries(petition)).isEmpty();
        assertThat(limit(Stage.HANDLING, LIGHTING).dueAt()).isEqualTo(DUE);
    }

    private Limit limit(Stage stage, String unit) {
        return deadlines.running(petition, stage, unit).orElseThrow();
    }

    private void in(Runnable work) {
        transaction.executeWithoutResult(tx -> work.run());
    }

    private Move move(MoveCause cause) {
        return new Move(clock.instant(), "dispatcher", cause);
    }

    private Start handling(Urgency urgency) {
        return new Start(
                petition, Stage.HANDLING, LIGHTING, 1, clock.instant(), PetitionKind.COMPLAINT, urgency, null, false);
    }
}
