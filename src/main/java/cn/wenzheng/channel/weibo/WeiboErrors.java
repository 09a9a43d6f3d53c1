package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.Outcome;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * What Weibo's error codes mean for a message. Two generations of its table give some of them different meanings; this is the
 * newer one.
 */
final class WeiboErrors {

    private WeiboErrors() {}

    /**
     * The code's meaning.
     *
     * @param byContract whether the account's calls are counted by the hour; else they are counted by the day
     */
    static Outcome of(int code, boolean byContract, Instant now) {
        String told = Integer.toString(code);
        return switch (code) {
            case 10001, 10002, 10003, 10009, 10010, 10011 -> new Outcome.NotNow(null, told);
            case 10022, 10024, 20016 -> new Outcome.NotNow(nextHour(now), told);
            case 10023 -> new Outcome.NotNow(byContract ? nextHour(now) : nextDay(now), told);
            case 21301, 21314, 21315, 21316, 21317, 21318, 21319, 21327, 21332 -> new Outcome.TokenInvalid(told);
            case 10005, 10014, 20015, 20031 -> new Outcome.Refused(told, "permission");
            case 20301, 20508 -> new Outcome.Refused(told, "recipient");
            case 26403 -> new Outcome.WindowClosed(told);
            case 20101, 20104 -> new Outcome.TargetGone("post");
            case 20201, 20202 -> new Outcome.TargetGone("comment");
            case 20003 -> new Outcome.TargetGone("person");
            case 20012, 20013, 20018, 20020, 20021, 21602 -> new Outcome.Refused(told, "content");
            case 20017, 20019, 20111, 20306 -> new Outcome.Duplicate(told);
            case 20032 -> new Outcome.Sent(null);
            case 10006, 10008, 10016, 10017, 10018, 10020, 10021 -> new Outcome.Refused(told, "request");
            default -> new Outcome.Refused(told, "unknown");
        };
    }

    private static Instant nextHour(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }

    private static Instant nextDay(Instant now) {
        ZonedDateTime there = now.atZone(WeiboTime.PLATFORM);
        return there.toLocalDate().plusDays(1).atStartOfDay(WeiboTime.PLATFORM).toInstant();
    }
}
