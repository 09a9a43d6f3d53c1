package cn.wenzheng.channel.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.access.table.Table.Row;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Intake;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private final Columns columns = new Columns(row(1, "externalId", "title", "text", "time", "user"));

    @Test
    void findsTheColumnsInAnyOrderAndCaseAmongOthers() {
        Columns other = new Columns(row(1, "label", " TEXT ", "User", null, "ExternalID"));
        Intake intake = intake(other, row(2, "环境", "河水发黑", "岸上人", "?", "A-1"));
        assertThat(intake.externalId()).isEqualTo("A-1");
        assertThat(intake.text()).isEqualTo("河水发黑");
        assertThat(intake.petitioner().name()).isEqualTo("岸上人");
        assertThat(intake.title()).isNull();
        assertThat(intake.submittedAt()).isNull();
    }

    @Test
    void makesAnIntakeOfTheImport() {
        Intake intake = intake(columns, row(2, "A-1", "路灯", "路灯坏了", "2026-03-14 08:05", "岸上人"));
        assertThat(intake.channel()).isEqualTo(Channel.IMPORT);
        assertThat(intake.submittedAt()).isEqualTo(Instant.parse("2026-03-14T00:05:00Z"));
        assertThat(intake.idempotencyKey()).isNull();
        assertThat(intake.backlog()).isTrue();
    }

    @Test
    void namesARowWithoutAnIdByItsPlace() {
        Intake intake = intake(columns, row(7, null, null, "路灯坏了"));
        assertThat(intake.externalId()).isNull();
        assertThat(intake.idempotencyKey()).isEqualTo("file-7");
    }

    @Test
    void takesRowsThatEndEarlyOrInEmptyCells() {
        assertThat(intake(columns, row(2, "A-1", null, "路灯坏了", null, null, null, " "))
                        .text())
                .isEqualTo("路灯坏了");
    }

    @Test
    void refusesWhatIsNoPetition() {
        assertRefused("field-required", () -> intake(columns, row(2, "A-1", "路灯", " ")));
        assertRefused("field-too-long", () -> intake(columns, row(2, "A-1", null, "水".repeat(200_000))));
        assertRefused("field-too-long", () -> intake(columns, row(2, "A-1", "水".repeat(201), "水")));
        assertRefused("field-too-long", () -> intake(columns, row(2, "A-1", null, "水", null, "水".repeat(51))));
        assertRefused("field-with-null-character", () -> intake(columns, row(2, "A-1", null, "水\u0000")));
        assertRefused("time-malformed", () -> intake(columns, row(2, "A-1", null, "水", "昨天")));
        assertRefused("row-too-wide", () -> intake(columns, row(2, "A-1", null, "水", null, null, "火")));
    }

    @Test
    void refusesATableWithoutTheColumnText() {
        assertRefused("import-without-text", () -> new Columns(row(1, "externalId", "title")));
        assertRefused("import-column-twice", () -> new Columns(row(1, "text", "Text")));
        assertRefused("import-without-header", () -> new Columns(null));
    }

    private static Intake intake(Columns columns, Row row) {
        return columns.intake(row, line -> "file-" + line, CITY, true);
    }

    private static void assertRefused(String slug, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }

    private static Row row(int line, @Nullable String... cells) {
        return new Row(line, Arrays.asList(cells), null);
    }
}
