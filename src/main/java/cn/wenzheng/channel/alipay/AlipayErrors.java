package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What the gateway's answer means for a message, by its {@code sub_code}. */
final class AlipayErrors {

    /** The account itself is not let in: the wrong key, the wrong app, an authorisation that has ended. */
    private static final Set<String> ACCOUNT = Set.of(
            "isv.invalid-signature",
            "isv.invalid-app-id",
            "isv.missing-signature",
            "isv.missing-signature-key",
            "aop.invalid-auth-token",
            "aop.auth-token-time-out",
            "aop.invalid-app-auth-token",
            "aop.app-auth-token-time-out");

    private AlipayErrors() {}

    static Outcome outcome(JsonNode answer) {
        String code = answer.path("code").asText();
        String why = answer.path("sub_code").asText();
        if (code.equals("10000") && why.isBlank()) {
            return new Outcome.Sent(answer.path("msg_id").asText(null));
        }
        // Nothing was written; the clock of this machine or the city's has to be put right before it is tried again.
        if (why.equals("isv.invalid-timestamp")) {
            return new Outcome.NotNow(null, "clock-skew");
        }
        if (why.equals("MSG_SD_OVER_TIME")) {
            return new Outcome.WindowClosed(why);
        }
        if (ACCOUNT.contains(why)) {
            return new Outcome.TokenInvalid(why);
        }
        return code.equals("20000")
                ? new Outcome.NotNow(null, "20000")
                : new Outcome.Refused(named(why.isBlank() ? code : why), "unlisted");
    }

    /** A code is kept and shown; what is no code is not. */
    private static String named(String code) {
        return code.matches("[A-Za-z0-9._-]{1,60}") ? code : "unknown";
    }
}
