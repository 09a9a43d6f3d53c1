package cn.wenzheng.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of the one stylesheet can be read by everybody: WCAG 2.2 AA, 4.5 to 1 for text, light and dark. */
class ContrastTest {

    private static final double READABLE = 4.5;

    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

    @ParameterizedTest
    @ValueSource(strings = {":root {", ":root[data-theme=\"dark\"] {", ":root:not([data-theme=\"light\"]) {"})
    void everyWordStandsOutFromEveryGround(String look) throws IOException {
        Map<String, String> tokens = tokens(look);

        for (String ground : List.of("paper", "wash")) {
            assertThat(List.of("ink", "mute", "accent", "near", "late", "done"))
                    .allSatisfy(word -> assertThat(contrast(tokens.get(word), tokens.get(ground)))
                            .as(look + " " + word + " on " + ground)
                            .isGreaterThanOrEqualTo(READABLE));
        }
        assertThat(contrast(tokens.get("on-accent"), tokens.get("accent"))).isGreaterThanOrEqualTo(READABLE);
    }

    @Test
    void measuresAsTheStandardDoes() {
        assertThat(contrast("#000000", "#ffffff")).isEqualTo(21.0);
        assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.49);
    }

    private static Map<String, String> tokens(String look) throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/assets/wenzheng.css"));
        int start = css.indexOf(look);
        Matcher matcher = TOKEN.matcher(css.substring(start, css.indexOf('}', start)));
        Map<String, String> tokens = new HashMap<>();
        while (matcher.find()) {
            tokens.put(matcher.group(1), matcher.group(2));
        }
        return tokens;
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
