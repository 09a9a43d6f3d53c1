package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is refused without a sentence: every slug that a source names is worded in both languages. */
class SentencesTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern CALL = Pattern.compile(
            "(?:Refusal\\s*\\.(?:invalid|conflict|forbidden|tooMany)|Fault\\s*\\.of\\w*|problems\\.write)\\([^;]*;");

    private static final Pattern ENTRY =
            Pattern.compile("journal\\s*\\.(?:done|refused)\\(\\s*[\\w.()]+,\\s*\"([a-z-]+[a-z])\"");

    private static final Pattern SLUG = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everySlugHasItsSentence(String language) {
        assertThat(slugs(sources()))
                .hasSizeGreaterThan(40)
                .allSatisfy(slug -> assertThat(bundle(language).getProperty("refusal." + slug))
                        .as("refusal." + slug)
                        .isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyActionOfTheJournalHasItsWord(String language) {
        Set<String> actions = sources()
                .flatMap(text -> ENTRY.matcher(text).results())
                .map(entry -> entry.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(actions)
                .contains("login", "trail-viewed")
                .allSatisfy(action -> assertThat(bundle(language).getProperty("journal." + action))
                        .as("journal." + action)
                        .isNotBlank());
    }

    @Test
    void aSlugWithoutASentenceIsFound() {
        Stream<String> source = Stream.of("""
                throw Refusal.conflict("no-such-words", number);
                throw Refusal.invalid("field", condition ? "not-this" : "nor-that");
                """);

        assertThat(slugs(source)).containsExactly("no-such-words", "nor-that", "not-this");
        assertThat(bundle("zh").getProperty("refusal.no-such-words")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everySentenceIsAFormatThatKeepsItsApostrophes(String language) {
        Properties bundle = bundle(language);
        Set<String> keys = bundle.stringPropertyNames().stream()
                .filter(key -> key.startsWith("refusal."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(keys).isNotEmpty().allSatisfy(key -> {
            String sentence = bundle.getProperty(key);
            assertThat(sentence).doesNotContainPattern("(?<!')'(?!')");
            assertThat(new MessageFormat(sentence).format(new Object[] {1, 2, 3}))
                    .isNotBlank();
        });
    }

    /** What names nothing is shown as it stands, and not read as a format. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void whatNamesNothingDoublesNoApostrophe(String language) {
        assertThat(bundle(language).values().stream().map(String::valueOf))
                .filteredOn(sentence -> !sentence.contains("{"))
                .noneMatch(sentence -> sentence.contains("''"));
    }

    private static Set<String> slugs(Stream<String> sources) {
        return sources.flatMap(text -> CALL.matcher(text).results())
                .flatMap(call -> SLUG.matcher(call.group()).results())
                .map(slug -> slug.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(SentencesTest::read).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Properties bundle(String language) {
        String name = "/messages_" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(SentencesTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
