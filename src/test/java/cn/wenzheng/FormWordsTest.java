package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the forms in Tasklist Chinese: every sentence in the code of form-js and its calendar is known here. */
class FormWordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** Names for an editor of forms, keys of the keyboard, an example table, and the maker's notice, which stays. */
    private static final List<String> NOT_SHOWN = listed("""
            Button | Checkbox | Checkbox group | Date time | Dynamic list | Expression | Group | HTML view | Image view
            Number | Radio group | Separator | Spacer | Table | Tag list | Text area | Text field | Text view | Field | Form
            Date | Time | Date & Time | Input data | No timezone | Static | UTC normalized | UTC offset | Value | Row_
            ArrowDown | ArrowUp | Backspace | Delete | Enter | Escape | Space | AM | PM | NaN | MM
            Dominic Leaf | Erika Muller | John Doe | ID | Name | Feel | FeelBlock | Context | FilterContext | FilterExpression
            LoopSpanner | PathExpression | PropertyName | Root | VariableName | Unknown expression type:
            No options source defined in the form definition | Powered by bpmn.io
            Web-based tooling for BPMN, DMN, and forms powered by
            Allow same origin | Camera access | Forms submission | Geolocation | Microphone access | Open in fullscreen
            Open modal windows | Open popups | Script execution | Storage access by user | Top level navigation
            """);

    /** Sentences that the code puts together from pieces. */
    private static final Map<String, List<String>> PIECES = Map.of(
            "Value is expected to",
            List.of(
                    "Value is expected to be an integer.",
                    "Value is expected to have at most {0} decimal digit.",
                    "Value is expected to have at most {0} decimal digits."));

    @Test
    void everySentenceOfAFormIsChinese() throws IOException {
        Translation words = words();
        assertThat(unknown(FormBundle.ofTheWebapps().sentences(), words)).isEmpty();
        assertThat(words.untranslated()).isEmpty();
        assertThat(words.otherPlaces(PLACE)).isEmpty();
    }

    @Test
    void theCalendarIsChinese() throws IOException {
        Set<String> names = FormBundle.ofTheWebapps().monthsAndDays();
        assertThat(names).hasSize(19);
        assertThat(words().english()).containsKeys(names.toArray(String[]::new));
    }

    @Test
    void aNewSentenceIsNoticed() throws IOException {
        Set<String> sentences =
                FormBundle.sentencesIn("x.push(\"Field is too green.\"),y(`Field is ${a.b} of ${c}.`),z(\"Search\")");
        assertThat(unknown(sentences, words()))
                .containsExactlyInAnyOrder("Field is too green.", "Field is {0} of {1}.");
    }

    /** Hours are asked for from 0 to 24: AM and PM stand inside a field, where no translation reaches them. */
    @Test
    void noFormAsksForAmOrPm() throws IOException {
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            List<JsonNode> times = forms.map(FormWordsTest::read)
                    .flatMap(form -> form.findParents("timeLabel").stream())
                    .toList();
            assertThat(times).isNotEmpty().allMatch(time -> time.path("use24h").asBoolean());
        }
    }

    private static Set<String> unknown(Set<String> sentences, Translation words) {
        Set<String> unknown = new TreeSet<>();
        sentences.stream().map(String::strip).forEach(unknown::add);
        NOT_SHOWN.forEach(unknown::remove);
        Set<String> known = words.english().keySet();
        unknown.removeIf(sentence -> known.containsAll(PIECES.getOrDefault(sentence, List.of(sentence))));
        return unknown;
    }

    private static List<String> listed(String names) {
        return Arrays.stream(names.split("[|\n]")).map(String::strip).toList();
    }

    private static Translation words() throws IOException {
        Map<String, String> chinese = new ObjectMapper()
                .readValue(FormBundle.text("app/tasklist/wenzheng/form-words.json"), new TypeReference<>() {});
        Map<String, String> english = new TreeMap<>();
        chinese.keySet().forEach(sentence -> english.put(sentence, sentence));
        return new Translation(english, chinese);
    }

    private static JsonNode read(Path form) {
        try {
            return new ObjectMapper().readTree(form.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
