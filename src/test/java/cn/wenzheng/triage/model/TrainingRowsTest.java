package cn.wenzheng.triage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import cn.wenzheng.TestDatabase;
import cn.wenzheng.organization.Journal;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TrainingRowsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private JdbcClient jdbc;
    private TrainingRows trainings;
    private ModelRows models;

    @BeforeEach
    void anEmptyDatabase() {
        jdbc = JdbcClient.create(TestDatabase.migrated().app());
        trainings = new TrainingRows(jdbc, new ObjectMapper());
        models = new ModelRows(jdbc);
    }

    @Test
    void twoNodesAskForTheFirstTrainingOnce() {
        trainings.askFirst("system", NOW);
        trainings.askFirst("system", NOW);
        assertThat(count("state = 'WAITING'")).isOne();
    }

    @Test
    void nothingIsAskedTwiceWhileItWaits() {
        assertThat(trainings.ask(Origin.DECISIONS, "admin", NOW)).isPresent();
        assertThat(trainings.ask(Origin.DECISIONS, "system", NOW)).isEmpty();
    }

    @Test
    void twoNodesNeverTrainTheSame() {
        trainings.ask(Origin.DECISIONS, "admin", NOW);
        Claim claim = trainings.claim(UUID.randomUUID()).orElseThrow();
        assertThat(trainings.claim(UUID.randomUUID())).isEmpty();
        assertThat(trainings.hold(claim)).isTrue();
    }

    @Test
    void whatANodeThatDiedHasLeftIsTakenOverAndTheDeadKeepsNothing() {
        trainings.ask(Origin.DECISIONS, "admin", NOW);
        Claim dead = trainings.claim(UUID.randomUUID()).orElseThrow();
        jdbc.sql("UPDATE topic_model SET held_until = clock_timestamp() - interval '1 second'")
                .update();
        Claim heir = trainings.claim(UUID.randomUUID()).orElseThrow();
        assertThat(heir.version()).isEqualTo(dead.version());
        assertThat(trainings.hold(dead)).isFalse();
        assertThat(trainings.hold(heir)).isTrue();
    }

    @Test
    void aFileIsKeptWithItsColumns() {
        byte[] content = "a,b\n".getBytes(StandardCharsets.UTF_8);
        long version =
                trainings.askFromFile(new HistoryFile("历史.csv", content, List.of("标题", "内容"), "分类"), "admin", NOW);
        HistoryFile kept = trainings.file(version);
        assertThat(kept.content()).isEqualTo(content);
        assertThat(kept.columns()).containsExactly(List.of("标题", "内容"));
        assertThat(kept.label()).isEqualTo("分类");
    }

    @Test
    void onlyWhatWasTrainedToItsEndSpeaks() {
        long version = trainings.ask(Origin.DECISIONS, "admin", NOW).orElseThrow();
        assertThat(models.activate(version, NOW)).isFalse();
        jdbc.sql("UPDATE topic_model SET state = 'CANDIDATE', content = '\\x00'")
                .update();
        assertThat(models.activate(version, NOW)).isTrue();
        assertThat(models.active()).contains(version);
    }

    @Test
    void whatThisNodeCannotReadIsKeptForOthersAndLearntAnewOnce() {
        long version = trainings.ask(Origin.DECISIONS, "admin", NOW).orElseThrow();
        jdbc.sql("UPDATE topic_model SET state = 'ACTIVE', content = '\\x00'").update();
        Journal journal = mock();
        Models speakers = new Models(models, new Unreadable(trainings, journal, Clock.fixed(NOW, ZoneOffset.UTC)));
        speakers.follow();
        speakers.follow();
        assertThat(speakers.speaking()).isEmpty();
        assertThat(models.active()).contains(version);
        assertThat(models.content(version)).isPresent();
        assertThat(count("state = 'WAITING'")).isOne();
        verify(journal, times(1)).done(any(), eq("model-unreadable"), isNull(), any(), any());
    }

    private long count(String condition) {
        return jdbc.sql("SELECT count(*) FROM topic_model WHERE " + condition)
                .query(Long.class)
                .single();
    }
}
