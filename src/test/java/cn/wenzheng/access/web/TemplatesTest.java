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
