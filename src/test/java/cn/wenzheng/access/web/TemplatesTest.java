package cn.wenzheng.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every template keeps to: words in both languages, and nothing inline that the content policy would stop. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private static final Pattern MESSAGE = Pattern.compile("#\\{([\\w.-]+)|#messages\\.msg\\('([\\w.-]+)'");
    private static final Pattern INLINE = Pattern.compile(
            "<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)|javascript:|https?://(?!www\\.thymeleaf\\.org)");

    private static final Path SCRIPTS = Path.of("src/main/resources/static/assets");
    private static final Pattern SCRIPT = Pattern.compile("src=\"/assets/([\\w-]+)\\.js\"");
    private static final Pattern NAMED =
            Pattern.compile("^(?:const|let|class|(?:async )?function) (\\w+)", Pattern.MULTILINE);

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void findsItsWordsInBothLanguages(Path template) {
        assertThat(messagesOf(read(template))).allSatisfy(key -> {
            assertThat(bundle(Locale.CHINESE)).containsKey(key);
            assertThat(bundle(Locale.ENGLISH)).containsKey(key);
        });
    }

    @ParameterizedTest
    @MethodSource("templates")
    void holdsNothingInline(Path template) {
        assertThat(INLINE.matcher(read(template)).results().map(found -> found.group()))
                .isEmpty();
    }

    /** The scripts of a page share one scope, and one that names a constant again does not run at all. */
    @ParameterizedTest
    @MethodSource("templates")
    void noTwoScriptsOfAPageNameTheSame(Path template) {
        List<String> names = Stream.concat(
                        Stream.of("frame", "notices", "forms"),
                        SCRIPT.matcher(read(template)).results().map(found -> found.group(1)))
                .distinct()
                .flatMap(script -> namesOf(read(SCRIPTS.resolve(script + ".js"))))
                .toList();
        assertThat(names).contains("PAUSE", "words").doesNotHaveDuplicates();
    }

    @Test
    void readsTheNamesOfAScript() {
        assertThat(namesOf("const A = 1;\nlet b;\n  const c = 2;\nasync function d() {}\nclass E {}\nB.x = 3;\n"))
                .containsExactly("A", "b", "d", "E");
    }

    private static Stream<String> namesOf(String script) {
        return NAMED.matcher(script).results().map(found -> found.group(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='color:red'>",
                "<button onclick='x()'>",
                "<script>x()</script>",
                "<script defer>",
                "<link href='https://cdn.example/x.css'>"
            })
    void bites(String inline) {
        assertThat(INLINE.matcher(inline).find()).isTrue();
    }

    @Test
    void readsTheKeysOfATemplate() {
        assertThat(messagesOf("#{page.a.b(${x})} ${#messages.msg('page.c')} #{${'page.' + x}}"))
                .containsExactly("page.a.b", "page.c");
    }

    private static List<String> messagesOf(String template) {
        return MESSAGE.matcher(template)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }

    private static Properties bundle(Locale language) {
        Properties words = new Properties();
        Path file = Path.of("src/main/resources/messages_" + language.getLanguage() + ".properties");
        try (var reader = Files.newBufferedReader(file)) {
            words.load(reader);
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
