package cn.wenzheng.channel.wechat;

import cn.wenzheng.channel.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** What WeChat's error codes and the library's exceptions mean for a message. */
final class WechatErrors {

    /** Quotas of a day begin anew at the platform's midnight. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final Duration TOO_FREQUENT = Duration.ofMinutes(1);

    private static final int NOT_VALID = 40001;
    private static final int FORGED = 40014;
    private static final int EXPIRED = 42001;

    /** The library's own code where the platform has sent none. */
    private static final int NO_CODE = -99;

    private static final Map<Integer, String> REFUSED = Map.of(
            43101, Outcome.Refused.RECIPIENT,
            45002, "text-too-long",
            87014, "content",
            48001, "no-permission",
            48004, "no-permission",
            50002, "no-permission",
            40037, "set-up",
            41030, "set-up",
            47003, "set-up");

    private WechatErrors() {}

    /** What became of a message that was on its way when this happened. */
    static Outcome ofSending(Exception failed, Instant now) {
        if (nothingLeft(failed)) {
            return new Outcome.NotNow(null, "unreachable");
        }
        if (isAnswer(failed)) {
            return ofCode(codeOf(failed), now);
        }
        return busy(failed) ? new Outcome.NotNow(null, "-1") : new Outcome.Unknown("no-answer");
    }

    /** What it means that no token was to be had: no message was written. */
    static Outcome ofToken(Exception failed, Instant now) {
        if (isAnswer(failed) && codeOf(failed) != -1) {
            Outcome outcome = ofCode(codeOf(failed), now);
            return outcome instanceof Outcome.NotNow ? outcome : new Outcome.TokenInvalid("" + codeOf(failed));
        }
        return new Outcome.NotNow(null, "token");
    }

    /** True for what a new token may heal. */
    static boolean isToken(int code) {
        return code == NOT_VALID || code == FORGED || code == EXPIRED;
    }

    static Outcome ofCode(int code, Instant now) {
        return switch (code) {
            case -1 -> new Outcome.NotNow(null, "-1");
            case NOT_VALID, FORGED, EXPIRED -> new Outcome.TokenInvalid("" + code);
            case 45009 -> new Outcome.NotNow(nextDay(now), "45009");
            case 45011 -> new Outcome.NotNow(now.plus(TOO_FREQUENT), "45011");
            case 45015, 45047 -> new Outcome.WindowClosed("" + code);
            case 40003, 43004, 50005 -> new Outcome.TargetGone("" + code);
            default -> new Outcome.Refused("" + code, REFUSED.getOrDefault(code, "unlisted"));
        };
    }

    /** An answer of the platform itself, and not what the library says when it got none. */
    private static boolean isAnswer(Exception failed) {
        return failed instanceof WxErrorException
                && codeOf(failed) != NO_CODE
                && ExceptionUtils.indexOfType(failed, IOException.class) < 0;
    }

    private static int codeOf(Exception failed) {
        return ((WxErrorException) failed).getError().getErrorCode();
    }

    /** The library has its own exception, without a code, for "busy" when it is not to try again. */
    private static boolean busy(Exception failed) {
        return failed instanceof WxRuntimeException && ExceptionUtils.indexOfType(failed, IOException.class) < 0;
    }

    private static boolean nothingLeft(Exception failed) {
        return ExceptionUtils.indexOfType(failed, ConnectException.class) >= 0
                || ExceptionUtils.indexOfType(failed, ConnectTimeoutException.class) >= 0
                || ExceptionUtils.indexOfType(failed, ConnectionRequestTimeoutException.class) >= 0
                || ExceptionUtils.indexOfType(failed, UnknownHostException.class) >= 0;
    }

    private static Instant nextDay(Instant now) {
        return now.atZone(CHINA).toLocalDate().plusDays(1).atStartOfDay(CHINA).toInstant();
    }
}
