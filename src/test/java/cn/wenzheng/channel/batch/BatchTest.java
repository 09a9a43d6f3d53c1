package cn.wenzheng.channel.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.wenzheng.TestDatabase;
import cn.wenzheng.access.Sentences;
import cn.wenzheng.access.table.TableFormatTest;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Intake;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.Receipt;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The import on a real database. The petition desk is a stand-in that keeps a row per petition in the same transaction,
 * so that what is rolled back is gone here as there.
 */
@SpringJUnitConfig({
    BatchTest.House.class,
    BatchDesk.class,
    ImportParts.class,
    ImportRows.class,
    ImportRun.class,
    ImportSheets.class,
    FileCheck.class,
    Sentences.class
})
class BatchTest {

    private static final Actor OPERATOR = new Actor("operator", "滕岸棠", "0000", Set.of(Role.OPERATOR), Door.API);
    private static final String HEADER = "externalId,title,text,time,user\n";

    /** A citizens' file that the repository does not hold; where it is present it is tried. */
    private static final Path REAL = Path.of("..", "shared", "data", "tipdm2020_messages", "train.csv");

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Configuration(proxyBeanMethods = false)
    static class House {

        @Bean
        DataSource database() {
            TestDatabase database = TestDatabase.migrated();
            JdbcClient owner = JdbcClient.create(database.owner());
            owner.sql("CREATE TABLE taken (key text PRIMARY KEY, text text, backlog boolean)")
                    .update();
            owner.sql("INSERT INTO unit (code, name, level) VALUES ('0000', '中心', 1)")
                    .update();
            owner.sql("INSERT INTO person VALUES ('operator', '滕岸棠', '0000', '{operator}', '-')")
                    .update();
            return database.app();
        }

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        TransactionTemplate transaction(DataSource database) {
            return new TransactionTemplate(new JdbcTransactionManager(database));
        }

        @Bean
        ResourceBundleMessageSource messageSource() {
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            messages.setBasename("messages");
            messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
            messages.setFallbackToSystemLocale(false);
            return messages;
        }

        @Bean
        ObjectMapper json() {
            return new ObjectMapper();
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-03-16T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
        }
    }

    @MockitoBean
    private PetitionDesk petitions;

    @MockitoBean
    private OrganizationDesk organization;

    @MockitoBean
    private Journal journal;

    @MockitoBean
    private ImportWorker worker;

    @Autowired
    private BatchDesk desk;

    @Autowired
    private ImportRows rows;

    @Autowired
    private ImportRun run;

    @Autowired
    private JdbcClient jdbc;

    /** What happens before a petition is taken; a test may have it fail. */
    private Consumer<Intake> before = intake -> {};

    @BeforeEach
    void theHouseIsOpen() {
        LocaleContextHolder.setLocale(Locale.CHINESE);
        Person operator = new Person("operator", "滕岸棠", "0000", Set.of(Role.OPERATOR));
        when(organization.person("operator")).thenReturn(Optional.of(operator));
        when(petitions.receive(any(), any())).thenAnswer(call -> take(call.getArgument(0)));
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
        for (String table : new String[] {"import_rejection", "import_part", "import", "taken"}) {
            jdbc.sql("DELETE FROM " + table).update();
        }
    }

    private Receipt take(Intake intake) {
        before.accept(intake);
        String key = Objects.requireNonNullElse(intake.externalId(), intake.idempotencyKey());
        Optional<String> earlier = jdbc.sql("SELECT text FROM taken WHERE key = ?")
                .param(key)
                .query(String.class)
                .optional();
        if (earlier.isPresent() && !earlier.get().equals(intake.text())) {
            throw Refusal.conflict("same-id-other-body");
        }
        if (earlier.isEmpty()) {
            jdbc.sql("INSERT INTO taken VALUES (?, ?, ?)")
                    .params(key, intake.text(), intake.backlog())
                    .update();
        }
        return new Receipt("WZ", "code", PetitionStatus.RECEIVED, Instant.EPOCH, null, earlier.isPresent());
    }

    @Test
    void takesEveryRowOfAFileInOnce() {
        Import done = imported(HEADER + petitions(1, 120));
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertCounts(done, 120, 0, 0);
        assertThat(taken()).isEqualTo(120);
        assertThat(done.total()).isEqualTo(120);
    }

    @Test
    void findsOnlyDuplicatesInTheSameFileAgain() {
        String file = "text,externalId\n同一件事,A\n没有编号的事,\n没有编号的事,\n";
        assertCounts(imported(file), 3, 0, 0);
        assertCounts(imported(file), 0, 3, 0);
        assertThat(taken()).isEqualTo(3);
    }

    @Test
    void reportsEachRejectedRowWithItsLineAndReasonAndTakesTheOthersIn() {
        Import done = imported(HEADER
                + "A,标题,路灯坏了,,\n"
                + "A,标题,换了说法,,\n"
                + "B,\"没有结束,停水了,,\n"
                + "C,,,,\n"
                + "D,,井盖碎了,昨天,\n"
                + "E,," + "水".repeat(200_000) + ",,\n"
                + "F,,\"多行\n文字\",,\n"
                + "G,,带\u0000字符,,\n"
                + "H,,逗号太多,,,多了\n"
                + "A,标题,路灯坏了,,\n");
        assertCounts(done, 2, 1, 7);
        assertThat(done.rejected()).extracting(Import.Rejected::line).containsExactly(3, 4, 5, 6, 7, 10, 11);
        assertThat(done.rejected())
                .extracting(Import.Rejected::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("编号相同，内容不同"),
                        reason -> assertThat(reason).startsWith("引号不成对"),
                        reason -> assertThat(reason).isEqualTo("请填写“内容”。"),
                        reason -> assertThat(reason).startsWith("时间的写法不对"),
                        reason -> assertThat(reason).startsWith("“内容”最多 20000 个字"),
                        reason -> assertThat(reason).contains("不能保存的字符"),
                        reason -> assertThat(reason).startsWith("这一行有 6 格，列名只有 5 个"));
    }

    @Test
    void speaksEnglishToWhoReadsEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(imported("text,externalId\n一,A\n二,A\n").rejected())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).startsWith("Same id, other text"));
    }

    @Test
    void takesGb18030AndByteOrderMarks() {
        assertCounts(imported("\uFEFFtext\n路灯坏了\n"), 1, 0, 0);
        assertCounts(imported("text\n井盖碎了\n", Charset.forName("GB18030"), Import.Mode.LIVE), 1, 0, 0);
        assertThat(jdbc.sql("SELECT text FROM taken").query(String.class).set())
                .containsExactlyInAnyOrder("路灯坏了", "井盖碎了");
    }

    @Test
    void marksTheCasesOfAnOlderSystem() {
        imported("text\n路灯坏了\n", StandardCharsets.UTF_8, Import.Mode.BACKLOG);
        assertThat(jdbc.sql("SELECT backlog FROM taken").query(Boolean.class).list())
                .containsExactly(true);
    }

    @Test
    void isDoneAtOnceWithATableWithoutRows() {
        Import done = imported(HEADER);
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertCounts(done, 0, 0, 0);
    }

    @Test
    void takesNothingFromAFileItCannotRead() {
        assertFailed("externalId,title\nA,标题\n", StandardCharsets.UTF_8, "没有 text 这一列");
        assertFailed("text\n路灯\n", StandardCharsets.UTF_16, "这个文件读不出来");
        assertFailed("PK\u0003\u0004text", StandardCharsets.UTF_8, "这个文件读不出来");
        assertThat(taken()).isZero();
    }

    @Test
    void takesAWorkbookInAndRefusesOneThatUnpacksTooFar() throws IOException {
        byte[] workbook = TableFormatTest.workbook("""
                <row r="1"><c r="A1" t="s"><v>0</v></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>路灯坏了</t></is></c></row>
                """);
        assertCounts(imported(workbook), 1, 0, 0);
        Import bomb = imported(zeros("xl/sharedStrings.xml", 65 << 20));
        assertThat(bomb.state()).isEqualTo(Import.State.FAILED);
        assertThat(bomb.failure()).contains("展开后太大");
    }

    private static byte[] zeros(String name, int length) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[length]);
        }
        return file.toByteArray();
    }

    private Import imported(byte[] content) {
        String id = desk.start(new MockMultipartFile("file", "诉求.xlsx", null, content), Import.Mode.LIVE, OPERATOR);
        work(UUID.randomUUID());
        return status(id);
    }

    @Test
    void goesOnWhereItWasCutOff() {
        String id = start(HEADER + petitions(1, 130), StandardCharsets.UTF_8, Import.Mode.LIVE);
        before = intake -> {
            if ("K-075".equals(intake.externalId())) {
                throw new Killed();
            }
        };
        assertThatThrownBy(() -> work(UUID.randomUUID())).isInstanceOf(Killed.class);
        assertThat(status(id).read()).isEqualTo(50);
        assertThat(taken()).isEqualTo(50);

        before = intake -> {};
        assertThat(rows.claim(UUID.randomUUID())).isEmpty();
        holdersAreSilentForLong();
        work(UUID.randomUUID());
        assertCounts(status(id), 130, 0, 0);
        assertThat(taken()).isEqualTo(130);
    }

    @Test
    void leavesTheRestToTheNextStartWhenToldToStop() {
        String id = start(HEADER + petitions(1, 130), StandardCharsets.UTF_8, Import.Mode.LIVE);
        run.run(rows.claim(UUID.randomUUID()).orElseThrow(), () -> taken() > 0);
        assertThat(status(id).state()).isEqualTo(Import.State.RUNNING);
        assertThat(status(id).read()).isEqualTo(50);
        work(UUID.randomUUID());
        assertCounts(status(id), 130, 0, 0);
    }

    @Test
    void leavesNothingBehindWhenAnotherNodeHasTakenOver() {
        String id = start(HEADER + petitions(1, 60), StandardCharsets.UTF_8, Import.Mode.LIVE);
        Claim silent = rows.claim(UUID.randomUUID()).orElseThrow();
        holdersAreSilentForLong();
        Claim other = rows.claim(UUID.randomUUID()).orElseThrow();
        run.run(silent, () -> false);
        assertThat(taken()).isZero();
        run.run(other, () -> false);
        assertCounts(status(id), 60, 0, 0);
    }

    @Test
    void givesUpARowThatFailsAgainAndAgainAndTakesTheOthersIn() {
        before = intake -> {
            if ("K-003".equals(intake.externalId())) {
                jdbc.sql("SELECT 1/0").query(Integer.class).single();
            }
        };
        Import done = imported(HEADER + petitions(1, 5));
        assertCounts(done, 4, 0, 1);
        assertThat(done.rejected()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(4);
            assertThat(row.reason()).startsWith("系统没能保存这一行");
        });
    }

    @Test
    void keepsTheFileOnlyUntilItIsDone() {
        start(HEADER + petitions(1, 3), StandardCharsets.UTF_8, Import.Mode.LIVE);
        assertThat(parts()).isEqualTo(1);
        verify(worker).call();
        work(UUID.randomUUID());
        assertThat(parts()).isZero();
    }

    @Test
    void journalsBeginAndEnd() {
        imported(HEADER);
        verify(journal).done(eq(OPERATOR), eq("import-started"), eq(null), any(), any());
        verify(journal).done(any(), eq("import-finished"), eq(null), any(), any());
    }

    @Test
    void isForOperatorsOnly() {
        Actor reviewer = new Actor("reviewer", "范星泉", "0000", Set.of(Role.REVIEWER), Door.API);
        String id = start(HEADER, StandardCharsets.UTF_8, Import.Mode.LIVE);
        assertRefused(
                Refusal.Kind.FORBIDDEN,
                () -> desk.start(file("text", StandardCharsets.UTF_8), Import.Mode.LIVE, reviewer));
        assertRefused(Refusal.Kind.FORBIDDEN, () -> desk.recent(reviewer));
        assertRefused(Refusal.Kind.NOT_FOUND, () -> desk.status(id, reviewer));
        assertRefused(Refusal.Kind.NOT_FOUND, () -> desk.status("1 OR 1=1", OPERATOR));
        assertRefused(Refusal.Kind.NOT_FOUND, () -> desk.status(new UUID(1, 1).toString(), OPERATOR));
        assertThat(desk.recent(OPERATOR)).extracting(Import::id).containsExactly(id);
    }

    @Test
    void refusesAnEmptyFile() {
        assertRefused(Refusal.Kind.INVALID, () -> start("", StandardCharsets.UTF_8, Import.Mode.LIVE));
        assertRefused(Refusal.Kind.INVALID, () -> desk.start(null, Import.Mode.LIVE, OPERATOR));
        verify(journal, never()).done(any(), any(), any(), any(), any());
    }

    @Test
    void takesTheProductsOwnSampleIn() throws IOException {
        String sample = Files.readString(Path.of("src/main/resources/demo/sample-petitions.csv"));
        Import done = imported(sample);
        assertThat(done.created()).isGreaterThanOrEqualTo(200).isEqualTo(done.total());
    }

    @Test
    void takesARealFileOfCitizensIn() throws IOException {
        assumeThat(REAL).as("the citizens' file is not in the repository").exists();
        String file = Files.readString(REAL).replaceFirst("^message_id,", "externalId,");
        Import first = imported(file);
        assertCounts(first, 5_318, 0, 5);
        assertThat(first.rejected()).allMatch(row -> row.reason().startsWith("编号相同，内容不同"));
        assertCounts(imported(file), 0, 5_318, 5);
        assertThat(taken()).isEqualTo(5_318);
    }

    private static String petitions(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> "K-%03d,标题,第%d件诉求,2026-03-14 08:05,岸上人\n".formatted(n, n))
                .collect(Collectors.joining());
    }

    private Import imported(String content) {
        return imported(content, StandardCharsets.UTF_8, Import.Mode.LIVE);
    }

    private Import imported(String content, Charset charset, Import.Mode mode) {
        String id = start(content, charset, mode);
        work(UUID.randomUUID());
        return status(id);
    }

    private String start(String content, Charset charset, Import.Mode mode) {
        return desk.start(file(content, charset), mode, OPERATOR);
    }

    private static MockMultipartFile file(String content, Charset charset) {
        return new MockMultipartFile("file", "诉求.csv", "text/csv", content.getBytes(charset));
    }

    private void work(UUID node) {
        run.run(rows.claim(node).orElseThrow(), () -> false);
    }

    private Import status(String id) {
        return desk.status(id, OPERATOR);
    }

    private void holdersAreSilentForLong() {
        jdbc.sql("UPDATE import SET held_until = held_until - interval '1 hour'")
                .update();
    }

    private long taken() {
        return jdbc.sql("SELECT count(*) FROM taken").query(Long.class).single();
    }

    private long parts() {
        return jdbc.sql("SELECT count(*) FROM import_part").query(Long.class).single();
    }

    private static void assertCounts(Import done, int created, int duplicates, int rejected) {
        assertThat(new int[] {done.created(), done.duplicates(), done.rejectedCount(), done.read()})
                .containsExactly(created, duplicates, rejected, created + duplicates + rejected);
        assertThat(done.rejected()).hasSize(rejected);
    }

    private void assertFailed(String content, Charset charset, String sentence) {
        Import failed = imported(content, charset, Import.Mode.LIVE);
        assertThat(failed.state()).isEqualTo(Import.State.FAILED);
        assertThat(failed.failure()).contains(sentence);
        assertThat(parts()).isZero();
    }

    private static void assertRefused(Refusal.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
