package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PlatformHttp;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Weibo has said.
 *
 * @param body its JSON; missing when it said none
 * @param trouble what its error means; null when it told none
 */
record WeiboSaid(JsonNode body, @Nullable Outcome trouble) {

    static WeiboSaid trouble(Outcome trouble) {
        return new WeiboSaid(MissingNode.getInstance(), trouble);
    }

    static WeiboSaid of(PlatformHttp.Answer answer, boolean byContract, Instant now) {
        JsonNode body;
        try {
            body = WeiboJson.read(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException notJson) {
            return trouble(ofStatus(answer.status()));
        }
        String code = WeiboJson.text(body, "error_code");
        if (code.matches("[1-9]\\d{0,8}")) {
            return new WeiboSaid(body, WeiboErrors.of(Integer.parseInt(code), byContract, now));
        }
        return answer.status() / 100 == 2 ? new WeiboSaid(body, null) : trouble(ofStatus(answer.status()));
    }

    /** For who only reads: what has not come is asked for again. */
    @Nullable
    Outcome readingTrouble() {
        return trouble instanceof Outcome.Unknown unknown ? new Outcome.NotNow(null, unknown.reason()) : trouble;
    }

    /** An answer without a code: a proxy's, or a platform's that is not well. */
    private static Outcome ofStatus(int status) {
        if (status >= 500 || status == 429) {
            return new Outcome.NotNow(null, "http-" + status);
        }
        return status / 100 == 2 ? new Outcome.Unknown("unreadable") : new Outcome.Refused("http-" + status, "unknown");
    }
}
