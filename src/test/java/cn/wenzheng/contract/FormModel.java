package cn.wenzheng.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A form as it lies on the disk.
 *
 * @param file its name without the ending
 */
public record FormModel(String file, ObjectNode json) {

    private static final Path FOLDER = Path.of("forms");

    /** Every form of the product. */
    public static List<FormModel> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .map(FormModel::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** A fresh copy that may be spoilt. */
    public static FormModel of(String file) {
        return read(FOLDER.resolve(file + ".form"));
    }

    private static FormModel read(Path file) {
        try {
            String name = file.getFileName().toString().replace(".form", "");
            return new FormModel(name, (ObjectNode) new ObjectMapper().readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    String id() {
        return json.path("id").asText();
    }

    /** The components a person fills in. */
    List<JsonNode> fields() {
        return StreamSupport.stream(json.path("components").spliterator(), false)
                .filter(component -> component.has("key"))
                .toList();
    }

    /** The component with this key. */
    public ObjectNode field(String key) {
        return (ObjectNode) fields().stream()
                .filter(field -> field.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
