package cn.wenzheng.triage.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.wenzheng.triage.evaluate.CommandLine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is reached on real petitions with known incidents, where the measuring data lie beside the repository. */
class SharedIncidentsTest {

    private static final Path DATA = Path.of("../shared/data/tipdm2020_hot/train.csv");

    @Test
    void findsWhatBelongsTogetherAndLeavesTheRestAlone() throws IOException {
        assumeTrue(Files.exists(DATA), "the measuring data are not here");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = CommandLine.run(
                List.of("matters", "evaluate", "--data=" + DATA),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err);
        assertThat(exit).isZero();
        JsonNode line = JsonMapper.builder().build().readTree(out.toByteArray());
        assertThat(line.path("nearest").asDouble()).isGreaterThan(0.98);
        assertThat(line.path("bcubedF1").asDouble()).isGreaterThan(0.95);
        assertThat(line.path("singlesWrong").asDouble()).isLessThan(0.1);
    }
}
