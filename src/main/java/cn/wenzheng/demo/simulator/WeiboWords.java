package cn.wenzheng.demo.simulator;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How Weibo writes times, counts signs and names errors. */
final class WeiboWords {

    static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH)
            .withZone(CITY);

    private static final int FIRST_WIDE = 0x80;
    private static final int FIRST_EMOJI = 0x10000;

    private static final Map<String, String> ERRORS = Map.ofEntries(
            Map.entry("10016", "Miss required parameter"),
            Map.entry("10023", "User requests out of rate limit"),
            Map.entry("20012", "Text too long, please input text less than 140 characters"),
            Map.entry("20013", "Text too long, please input text less than 300 characters"),
            Map.entry("20016", "Out of limit"),
            Map.entry("20019", "Repeat content"),
            Map.entry("20032", "Update success, while server slow now, please wait 1-2 minutes"),
            Map.entry("20101", "Target weibo does not exist"),
            Map.entry("20201", "Target weibo comment does not exist"),
            Map.entry("20301", "No permission, the receiver does not follow you"),
            Map.entry("20003", "User does not exists"),
            Map.entry("21327", "Token expired"),
            Map.entry("21332", "Invalid access token"),
            Map.entry("21602", "Contains forbidden world"),
            Map.entry("26403", "Reply is out of time"));

    private WeiboWords() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** Signs as Weibo counts them: two half-width ones are one. */
    static int length(String text, int emojiCost) {
        int halves = text.codePoints()
                .map(sign -> sign >= FIRST_EMOJI ? 2 * emojiCost : sign >= FIRST_WIDE ? 2 : 1)
                .sum();
        return (halves + 1) / 2;
    }

    static ResponseEntity<byte[]> error(String path, String code) {
        int status = code.startsWith("1") || code.startsWith("213") ? 403 : 400;
        String error = ERRORS.getOrDefault(code, "Error");
        return Stage.text(
                status,
                MediaType.APPLICATION_JSON,
                "{\"request\":\"" + path + "\",\"error_code\":\"" + code + "\",\"error\":\"" + error + "\"}");
    }

    static ResponseEntity<byte[]> json(Object node) {
        return Stage.text(200, MediaType.APPLICATION_JSON, node.toString());
    }
}
