package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Outcome;
import org.jspecify.annotations.Nullable;

/** Outcomes as their rows keep them: a word for the kind and a code for the reason, neither with anything of a text. */
final class Codes {

    private static final int MOST = 100;

    private Codes() {}

    static String word(Outcome outcome) {
        if (outcome instanceof Outcome.Sent) {
            return "SENT";
        }
        if (outcome instanceof Outcome.NotNow) {
            return "NOT_NOW";
        }
        if (outcome instanceof Outcome.TokenInvalid) {
            return "TOKEN_INVALID";
        }
        if (outcome instanceof Outcome.WindowClosed) {
            return "WINDOW_CLOSED";
        }
        if (outcome instanceof Outcome.TargetGone) {
            return "TARGET_GONE";
        }
        if (outcome instanceof Outcome.Refused) {
            return "REFUSED";
        }
        return outcome instanceof Outcome.Duplicate ? "DUPLICATE" : "UNKNOWN";
    }

    static @Nullable String code(Outcome outcome) {
        String code = null;
        if (outcome instanceof Outcome.NotNow wait) {
            code = wait.reason();
        } else if (outcome instanceof Outcome.TokenInvalid invalid) {
            code = invalid.reason();
        } else if (outcome instanceof Outcome.WindowClosed closed) {
            code = closed.reason();
        } else if (outcome instanceof Outcome.TargetGone gone) {
            code = gone.reason();
        } else if (outcome instanceof Outcome.Refused refused) {
            code = refused.code();
        } else if (outcome instanceof Outcome.Duplicate twice) {
            code = twice.reason();
        } else if (outcome instanceof Outcome.Unknown unknown) {
            code = unknown.reason();
        }
        return code == null || code.length() <= MOST ? code : code.substring(0, MOST);
    }
}
