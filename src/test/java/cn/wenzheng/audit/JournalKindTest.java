package cn.wenzheng.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every action of the journal is of a kind that an auditor can ask for. */
class JournalKindTest {

    /** Every action has a word in the bundles, so the words are the list of actions. */
    private static final Pattern WORD = Pattern.compile("(?m)^journal\\.([a-z-]+)=");

    private static final Pattern ENTRY =
            Pattern.compile("journal\\s*\\.(?:done|refused)\\(\\s*[\\w.()]+,\\s*\"([a-z-]+[a-z])\"");

    @Test
    void everyActionHasAKind() {
        Set<String> actions = new TreeSet<>(found(WORD, Path.of("src/main/resources/messages_zh.properties")));
        sources().forEach(source -> actions.addAll(found(ENTRY, source)));

        assertThat(actions).hasSizeGreaterThan(30);
        assertThat(withoutKind(actions))
                .as("actions that no pattern of JournalKind fits")
                .isEmpty();
    }

    @Test
    void anActionWithoutAKindIsFound() {
        assertThat(withoutKind(Set.of("petition-viewed", "moon-landed"))).containsExactly("moon-landed");
    }

    @ParameterizedTest
    @CsvSource({
        "petition-accepted, STEP",
        "petition-viewed, READ",
        "attachment-viewed, READ",
        "attachment-added, STEP",
        "contact-revealed, READ",
        "contact-searched, READ",
        "journal-searched, READ",
        "trail-viewed, READ",
        "petitions-exported, EXPORT",
        "journal-exported, EXPORT",
        "city-imported, IMPORT",
        "import-started, IMPORT",
        "unit-changed, ORGANIZATION",
        "person-disabled, ORGANIZATION",
        "absence-recorded, ORGANIZATION",
        "setup-finished, ORGANIZATION",
        "calendar-changed, RULES",
        "login, LOGIN",
        "logged-in, LOGIN",
        "password-reset, LOGIN",
        "session-ended, LOGIN",
        "task-claimed, TASK",
        "slip-issued, SUPERVISION",
        "limit-urged, SUPERVISION",
        "rule-ladder-changed, RULES",
        "notice-sent, NOTICE",
        "demo-clock-advanced, CLOCK",
        "moon-landed, OTHER"
    })
    void whatWasDoneIsOfAKind(String action, JournalKind kind) {
        assertThat(JournalKind.of(action, Outcome.DONE)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "accept, ATTEMPT",
        "clock, ATTEMPT",
        "engine-call, ATTEMPT",
        "login, LOGIN",
        "reveal, READ",
        "import, IMPORT"
    })
    void whatWasRefusedIsAnAttemptUnlessItSaysMore(String action, JournalKind kind) {
        assertThat(JournalKind.of(action, Outcome.REFUSED)).isEqualTo(kind);
    }

    private static Set<String> withoutKind(Set<String> actions) {
        return actions.stream()
                .filter(action -> JournalKind.of(action, Outcome.DONE) == JournalKind.OTHER)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
