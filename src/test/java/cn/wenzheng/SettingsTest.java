package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every setting an administrator can use stands in {@code docs/operations.md} with its default, and no other. */
class SettingsTest {

    private static final Path DOCUMENT = Path.of("docs", "operations.md");

    /** What stays the same from outside, whatever the rooms need. */
    private static final Set<String> CONTRACT = Set.of(
            "SERVER_PORT",
            "SPRING_PROFILES_ACTIVE",
            "SPRING_DATASOURCE_URL",
            "SPRING_DATASOURCE_USERNAME",
            "SPRING_DATASOURCE_PASSWORD",
            "SPRING_FLYWAY_USER",
            "SPRING_FLYWAY_PASSWORD",
            "WENZHENG_DATA",
            "WENZHENG_ZONE",
            "WENZHENG_PORTAL_RATE_LIMIT");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| ([^|]*) \\|");

    private static final Pattern READ_ALONE =
            Pattern.compile("\\$\\{(wenzheng\\.[a-z.-]+)|\"(wenzheng\\.[a-z.-]+[a-z])\"");

    @Test
    void everySettingIsDescribedWithItsDefault() throws IOException {
        Map<String, String> described = described(Files.readString(DOCUMENT));

        assertThat(described.keySet()).containsAll(CONTRACT).containsAll(readAlone());
        assertThat(settings())
                .hasSizeGreaterThan(4)
                .allSatisfy((name, value) -> assertThat(described)
                        .as(name)
                        .hasEntrySatisfying(name, text -> assertThat(text).contains(value)));
    }

    @Test
    void nothingIsDescribedThatIsNoSetting() throws IOException {
        Set<String> ours = described(Files.readString(DOCUMENT)).keySet().stream()
                .filter(name -> name.startsWith("WENZHENG_"))
                .collect(Collectors.toCollection(TreeSet::new));
        ours.removeAll(settings().keySet());
        ours.removeAll(readAlone());

        assertThat(ours).isEmpty();
    }

    @Test
    void aForgottenSettingIsFound() {
        record Forgotten(@DefaultValue("5m") String restAfterWork, Inner inner) {}
        Map<String, String> found = new TreeMap<>();
        collect("wenzheng.forgotten", Forgotten.class, found);

        assertThat(found)
                .isEqualTo(Map.of("WENZHENG_FORGOTTEN_REST_AFTER_WORK", "5m", "WENZHENG_FORGOTTEN_INNER_DEEP", ""));
    }

    record Inner(String deep) {}

    /** Variables and defaults of the table's rows. */
    private static Map<String, String> described(String document) {
        Map<String, String> rows = new LinkedHashMap<>();
        ROW.matcher(document).results().forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }

    private static Map<String, String> settings() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, String> settings = new TreeMap<>();
        scanner.findCandidateComponents("cn.wenzheng").forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            collect(prefix(type), type, settings);
        });
        return settings;
    }

    private static String prefix(Class<?> type) {
        return Objects.requireNonNull(AnnotatedElementUtils.getMergedAnnotation(type, ConfigurationProperties.class))
                .prefix();
    }

    private static void collect(String prefix, Class<?> type, Map<String, String> settings) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + component.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
            if (component.getType().isRecord()) {
                collect(name, component.getType(), settings);
            } else {
                settings.put(variable(name), defaultOf(type, component));
            }
        }
    }

    /** The annotation stands at the constructor's parameter. */
    private static String defaultOf(Class<?> type, RecordComponent component) {
        List<String> names = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        int index = names.indexOf(component.getName());
        return Arrays.stream(type.getDeclaredConstructors()[0].getParameters()[index].getAnnotationsByType(
                        DefaultValue.class))
                .flatMap(value -> Arrays.stream(value.value()))
                .findFirst()
                .orElse("");
    }

    private static String variable(String property) {
        return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Settings that a source reads without a record around them. */
    private static Set<String> readAlone() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Set<String> names = new TreeSet<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                READ_ALONE
                        .matcher(Files.readString(file).replaceAll("@ConfigurationProperties\\([^)]*\\)", ""))
                        .results()
                        .map(SettingsTest::named)
                        .forEach(name -> names.add(variable(name)));
            }
            return names;
        }
    }

    private static String named(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }
}
