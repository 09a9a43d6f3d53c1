package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Account;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * An answer of the gateway: the node as it stands in the text, and the signature over exactly that. Read and written again it
 * would not be what was signed.
 */
record SignedAnswer(String node, String sign) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Alipay's own name for the node of some refusals. */
    private static final String ERROR = "error_response";

    /** Empty when there is no such node, or it is no JSON. */
    static Optional<SignedAnswer> read(String text, String name) {
        String node = null;
        String sign = "";
        try (JsonParser reader = new JsonFactory().createParser(text)) {
            if (reader.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (reader.nextToken() == JsonToken.FIELD_NAME) {
                String field = reader.currentName();
                JsonToken value = reader.nextToken();
                int start = (int) reader.currentTokenLocation().getCharOffset();
                reader.skipChildren();
                if (value == JsonToken.START_OBJECT && node == null && (field.equals(name) || field.equals(ERROR))) {
                    node = text.substring(start, (int) reader.currentLocation().getCharOffset());
                } else if (field.equals("sign")) {
                    sign = reader.getText();
                }
            }
            return node == null ? Optional.empty() : Optional.of(new SignedAnswer(node, sign));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** Some servers escape every slash after they have signed. */
    boolean isProvedFor(Account account, Charset charset) {
        return account.secrets("alipay-public-key").stream()
                .anyMatch(key -> Rsa2.verifies(node, sign, key, charset)
                        || node.contains("\\/") && Rsa2.verifies(node.replace("\\/", "/"), sign, key, charset));
    }

    Optional<JsonNode> content() {
        try {
            return Optional.of(JSON.readTree(node));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
