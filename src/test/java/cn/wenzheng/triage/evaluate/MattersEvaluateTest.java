package cn.wenzheng.triage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.io.TempDir;

/** {@code matters evaluate}, as it is called from a shell. */
class MattersEvaluateTest {

    private static final String FILE = """
            message_id,title,time,text,incident_id
            1,翠湖雅苑小区楼下烧烤店油烟扰民,2026-03-01 10:00:00,翠湖雅苑小区楼下烧烤店每晚油烟直排，请查处。,H1
            2,翠湖雅苑楼下烧烤店油烟没人管,2026-03-02 10:00:00,翠湖雅苑的烧烤店油烟直排，熏得睡不着。,H1
            3,没有人判断过的诉求,2026-03-02 11:00:00,翠湖雅苑小区楼下烧烤店每晚油烟直排，请查处。,
            4,西关村五组自来水停水,2026-03-03 10:00:00,西关村五组停水三天了，请尽快恢复供水。,S4
            5,公交205路经常晚点,2026-03-04 10:00:00,205路早高峰等了半个小时也不来车。,S5
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void printsOneLineAndWritesWhatItThinksOfEachJudgedRow() throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), FILE);
        Path predictions = folder.resolve("out.csv");
        assertThat(run("matters", "evaluate", "--data=" + data, "--predictions=" + predictions))
                .isZero();
        JsonNode line = JsonMapper.builder().build().readTree(out.toByteArray());
        assertThat(line.path("nearest").asDouble()).isEqualTo(1);
        assertThat(line.path("bcubedF1").asDouble()).isEqualTo(1);
        assertThat(line.path("singlesWrong").asDouble()).isZero();
        assertThat(line.path("rows").asInt()).isEqualTo(4);
        assertThat(line.has("msPerItem")).isTrue();
        List<String> rows = Files.readAllLines(predictions);
        assertThat(rows.get(0)).isEqualTo("row,nearest,similarity,cluster");
        assertThat(rows.get(1)).startsWith("1,2,0.").endsWith(",1");
        assertThat(rows.get(2)).startsWith("2,1,0.").endsWith(",1");
        assertThat(rows.subList(3, 5)).containsExactly("4,,,4", "5,,,5");
    }

    @Test
    void aBadCallIsOneLineOfWhatIsWrong() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "title,text\na,b\n");
        Path unjudged = Files.writeString(folder.resolve("unjudged.csv"), "text,incident_id\na,\n");
        List<List<String>> calls = List.of(
                List.of("matters"),
                List.of("matters", "evaluate"),
                List.of("matters", "evaluate", "--data=" + folder.resolve("none.csv")),
                List.of("matters", "evaluate", "--data=" + other),
                List.of("matters", "evaluate", "--data=" + unjudged),
                List.of("matters", "evaluate", "--data=" + other, "--train=x"));
        for (List<String> call : calls) {
            err.reset();
            assertThat(run(call.toArray(String[]::new))).as(call.toString()).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8).lines())
                    .as(call.toString())
                    .hasSize(1);
        }
        assertThat(out.size()).isZero();
    }

    private int run(String... arguments) {
        return CommandLine.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
