package cn.wenzheng.deadline.edit;

import static cn.wenzheng.CityRows.LIGHTING;
import static cn.wenzheng.CityRows.ROADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.ClockRooms;
import cn.wenzheng.deadline.calendar.CalendarDesk;
import cn.wenzheng.deadline.calendar.CalendarEdit;
import cn.wenzheng.deadline.calendar.DayKind;
import cn.wenzheng.deadline.calendar.SpecialDay;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two units have had a petition in hand since Tuesday at ten, and the row of one of the limits cannot be read. */
class CountingAnewTest extends ClockRooms {

    private static final Actor ADMIN = person("admin", "0000", Role.ADMIN);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 12);

    @Autowired
    private CalendarDesk calendars;

    @Autowired
    private CalendarEdits edits;

    @Autowired
    private EditRows rows;

    @Autowired
    private EditProgress progress;

    @BeforeEach
    void aRowIsBroken() {
        starts(Stage.HANDLING, LIGHTING, 1);
        starts(Stage.HANDLING, ROADS, 1);
        budgetOfLighting("nonsense");
    }

    @AfterEach
    void theRowIsMended() {
        budgetOfLighting("days 5/1");
        calendars.apply(thursday(null), ADMIN);
        await().until(() -> city.jdbc()
                .sql("SELECT NOT EXISTS (SELECT 1 FROM calendar_edit WHERE state = 'APPLYING')")
                .query(Boolean.class)
                .single());
    }

    @Test
    void previewsAndCountsWhatCanBeRead() {
        Instant before = due(ROADS);
        UUID edit = edits.propose(holiday(), ADMIN);
        awaits(edit, EditState.PREVIEWED);
        assertThat(rows.find(edit).orElseThrow().later()).isPositive();

        edits.save(edit, ADMIN);
        awaits(edit, EditState.DONE);
        assertThat(due(ROADS)).isAfter(before);
        assertThat(due(LIGHTING)).as("it keeps its date").isEqualTo(before);

        UUID next = edits.propose(thursday(null), ADMIN);
        awaits(next, EditState.PREVIEWED);
    }

    @Test
    void endsNoEditThatWasSavedLater() {
        UUID edit = edits.propose(holiday(), ADMIN);
        awaits(edit, EditState.PREVIEWED);
        edits.save(edit, ADMIN);
        awaits(edit, EditState.DONE);
        KeptEdit first = rows.find(edit).orElseThrow();
        transaction.executeWithoutResult(tx -> {
            city.jdbc()
                    .sql("UPDATE calendar_edit SET state = 'APPLYING', version = version + 100 WHERE id = ?")
                    .param(edit)
                    .update();
            progress.done(first, clock.instant());
            assertThat(rows.find(edit).orElseThrow().state()).isEqualTo(EditState.APPLYING);
            tx.setRollbackOnly();
        });
    }

    private void awaits(UUID edit, EditState state) {
        await().until(() -> rows.find(edit).orElseThrow().state() == state);
    }

    private static CalendarEdit holiday() {
        return thursday(new SpecialDay(THURSDAY, DayKind.OFF, "停水放假", "测试〔2026〕1号", THURSDAY.minusDays(3), false));
    }

    private static CalendarEdit thursday(@Nullable SpecialDay day) {
        return new CalendarEdit.SetDay("city", THURSDAY, day);
    }

    private Instant due(String unit) {
        return city.jdbc()
                .sql("SELECT due_at FROM deadline WHERE petition = ? AND unit = ?")
                .params(petition, unit)
                .query(Instant.class)
                .single();
    }

    private void budgetOfLighting(String budget) {
        city.jdbc()
                .sql("UPDATE deadline SET budget = ? WHERE petition = ? AND unit = ?")
                .params(budget, petition, LIGHTING)
                .update();
    }
}
