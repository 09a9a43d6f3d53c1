package cn.wenzheng.channel.weibo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.regex.Pattern;

/** Weibo's JSON: numbers that are sometimes strings, and signs in texts that JSON would have escaped. */
final class WeiboJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    /** Users, posts and comments: 64 bits, never negative. */
    private static final Pattern ID = Pattern.compile("[1-9]\\d{0,18}");

    private WeiboJson() {}

    static JsonNode read(String words) throws JsonProcessingException {
        JsonNode read = MAPPER.readTree(words);
        return read == null ? MissingNode.getInstance() : read;
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The field's text, whether it was a string or a number; empty when there is none. */
    static String text(JsonNode node, String field) {
        return text(node.path(field));
    }

    static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText("");
    }

    /** The id of a user, a post or a comment, from whichever of its two fields; empty when it has none. */
    static String id(JsonNode node) {
        String idstr = text(node, "idstr");
        String id = idstr.isEmpty() ? text(node, "id") : idstr;
        return isId(id) ? id : "";
    }

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }
}
