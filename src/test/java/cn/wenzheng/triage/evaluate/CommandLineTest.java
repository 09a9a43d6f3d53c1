package cn.wenzheng.triage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path train;
    private Path test;

    @BeforeEach
    void writesLabelledFiles() throws IOException {
        train = folder.resolve("train.csv");
        test = folder.resolve("test.csv");
        StringBuilder rows = new StringBuilder("title,text,label\n");
        for (int at = 0; at < 60; at++) {
            rows.append("路灯,第%d盏路灯不亮了，晚上看不见路,灯光\n".formatted(at));
            rows.append("停水,自来水停了%d天，一滴都没有,供水\n".formatted(at));
        }
        Files.writeString(train, rows);
        Files.writeString(test, "title,text,label\n灯,路灯坏了,灯光\n,没有标签,\n水,\"家里停水，\n没有水\",供水\n");
    }

    @Test
    void measuresAndWritesWhatItPredicted() throws IOException {
        Path predictions = folder.resolve("out.csv");
        assertThat(run(
                        "triage",
                        "evaluate",
                        "--train=" + train,
                        "--test=" + test,
                        "--text=title,text",
                        "--label=label",
                        "--predictions=" + predictions))
                .isZero();
        assertThat(text(out))
                .contains("\"accuracy\":1.0", "\"macroF1\":1.0", "\"top3\":1.0", "\"shareAt97\":", "\"msPerItem\":")
                .contains("\"trainSeconds\":", "\"tested\":2", "\"unknownLabels\":[\"灯光\"]")
                .hasLineCount(1);
        List<String> lines = Files.readAllLines(predictions);
        assertThat(lines.get(0)).isEqualTo("row,label,predicted,second,third,certainty");
        assertThat(lines.get(1)).startsWith("1,灯光,灯光,供水,,0.");
        assertThat(lines.get(2))
                .as("the row without a label is counted and skipped")
                .startsWith("3,供水,供水,灯光,,0.");
    }

    @Test
    void measuresTheColdStartWithoutAFile() throws IOException {
        Files.writeString(test, "text,label\n小区停水两天了没人管,城乡建设\n");
        assertThat(run("triage", "evaluate", "--test=" + test, "--text=text", "--label=label"))
                .isZero();
        assertThat(text(out)).contains("\"labels\":15", "\"unknownLabels\":[]");
    }

    @Test
    void saysInOneLineWhatIsWrongWithACall() throws IOException {
        assertBad("Missing --test", "triage", "evaluate", "--text=text", "--label=label");
        assertBad("Unknown argument: --tests=x", "triage", "evaluate", "--tests=x");
        assertBad("Unknown command: triage", "triage");
        assertBad("Cannot read", "triage", "evaluate", "--test=nowhere.csv", "--text=text", "--label=label");
        assertBad("column-missing [title2]", "triage", "evaluate", "--test=" + test, "--text=title2", "--label=label");
    }

    @Test
    void refusesAHistoryThatIsTooShort() throws IOException {
        assertBad(
                "Too little to learn from: 2 rows",
                "triage",
                "evaluate",
                "--train=" + test,
                "--test=" + test,
                "--text=text",
                "--label=label");
    }

    @Test
    void leavesTheServerAlone() {
        assertThat(CommandLine.isAsked(List.of("--server.port=1"))).isFalse();
        assertThat(CommandLine.isAsked(List.of())).isFalse();
        assertThat(CommandLine.isAsked(List.of("triage", "evaluate"))).isTrue();
    }

    private void assertBad(String what, String... arguments) {
        err.reset();
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(text(err)).contains(what).hasLineCount(1);
    }

    private int run(String... arguments) {
        return CommandLine.run(List.of(arguments), new PrintStream(out), new PrintStream(err));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
