package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.channel.batch.BatchDesk;
import cn.wenzheng.channel.batch.Import;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/** A file of petitions goes in by itself, through the same counter and into the same process as everybody's. */
class FileImportTest extends CityTest {

    private static final String FILE = """
            externalId,title,text,time,user
            IT-1,路灯,路灯坏了三天,2026-03-14 08:05,岸上人
            IT-2,井盖,井盖碎了一角,,
            IT-1,路灯,换了一种说法,2026-03-14 08:05,岸上人
            IT-3,${1+1},"#{petitionDesk} <b>停水</b>，没有结束
            IT-4,停水,楼里停水了,,
            IT-2,井盖,井盖碎了一角,,
            """;

    @Autowired
    private BatchDesk desk;

    @Autowired
    private OrganizationDesk organization;

    @Autowired
    private JdbcClient rows;

    @Test
    void bringsEachPetitionIntoOneProcessAndNamesTheOthersLines() {
        Import done = imported();
        assertThat(done.created()).isEqualTo(3);
        assertThat(done.duplicates()).isEqualTo(1);
        assertThat(done.rejected()).extracting(Import.Rejected::line).containsExactly(4, 5);
        assertThat(numbers()).hasSize(3).allSatisfy(number -> {
            assertStandsAt(number, "AcceptPetition");
            assertThat(operator.sheet(number).path("promisedBy").isNull()).isTrue();
            assertThat(operator.sheet(number).path("backlog").asBoolean()).isTrue();
        });
        assertThat(imported().created()).isZero();
        assertThat(numbers()).hasSize(3);
    }

    private Import imported() {
        Actor actor = Actor.of(organization.person("operator").orElseThrow(), Door.API);
        MockMultipartFile file =
                new MockMultipartFile("file", "诉求.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8));
        String id = desk.start(file, Import.Mode.BACKLOG, actor);
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> desk.status(id, actor), run -> run.state() != Import.State.RUNNING);
    }

    private List<String> numbers() {
        return rows.sql("SELECT number FROM petition WHERE external_id LIKE 'IT-%' ORDER BY number")
                .query(String.class)
                .list();
    }
}
