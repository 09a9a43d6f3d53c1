package cn.wenzheng.channel.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks. An empty parameter is an absent one; of a repeated one the first counts, except where a list is meant.
 *
 * @param test true at the test endpoint, which keeps nothing
 */
record Ask(Format format, boolean test, Map<String, String[]> parameters, Locale locale) {

    static final String TEST = "/open311/test/v2";

    static Ask of(HttpServletRequest request) {
        String path = request.getRequestURI();
        Locale locale = request.getHeader("Accept-Language") == null ? Locale.CHINESE : request.getLocale();
        return new Ask(Format.of(path), path.startsWith(TEST), request.getParameterMap(), locale);
    }

    @Nullable
    String one(String name) {
        return all(name).stream().findFirst().orElse(null);
    }

    List<String> all(String name) {
        return Arrays.stream(parameters.getOrDefault(name, new String[0]))
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** A list with commas. */
    List<String> list(String name) {
        String value = one(name);
        return value == null
                ? List.of()
                : Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    boolean extensions() {
        return "true".equalsIgnoreCase(one("extensions"));
    }

    /** A moment with its offset; an unescaped plus came through as a space. */
    Optional<Instant> moment(String name) {
        String value = one(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    OffsetDateTime.parse(value.strip().replace(' ', '+')).toInstant());
        } catch (DateTimeException malformed) {
            throw Fault.of("open311-moment", name).refused();
        }
    }

    /** A whole number between 1 and a limit. */
    int number(String name, int usual, int most) {
        String value = one(name);
        if (value == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // The same answer as for a number that is too large.
        }
        throw Fault.of("open311-number", name, most).refused();
    }
}
