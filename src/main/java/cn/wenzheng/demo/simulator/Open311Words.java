package cn.wenzheng.demo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/** Reads the answers that the product gives to programs of citizens. */
final class Open311Words {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Open311Words() {}

    static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException broken) {
            return JSON.createObjectNode();
        }
    }

    /** The value of a field of the answer, or of the first entry of a list. */
    static Optional<String> number(byte[] body, String field) {
        JsonNode answer = read(body);
        JsonNode entry = answer.isArray() ? answer.path(0) : answer;
        return Optional.of(entry.path(field).asText()).filter(value -> !value.isBlank() && !value.equals("null"));
    }
}
