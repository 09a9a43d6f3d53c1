package cn.wenzheng.city;

import com.fasterxml.jackson.databind.JsonNode;

/** What the product answered. */
public record Reply(int status, JsonNode body) {

    /** The answer of a call that must succeed. */
    public JsonNode ok() {
        if (status / 100 != 2) {
            throw new AssertionError(status + " " + body);
        }
        return body;
    }
}
