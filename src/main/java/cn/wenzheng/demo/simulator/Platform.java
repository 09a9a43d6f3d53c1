package cn.wenzheng.demo.simulator;

import cn.wenzheng.organization.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** The platforms that are played, each with what a citizen can do there; the first is what he does unasked. */
enum Platform {
    WEIBO("message", "mention", "comment", "repost", "follow", "unfollow", "menu"),
    WECHAT("message", "follow", "unfollow", "menu"),
    ALIPAY("submission", "message", "notification", "follow", "unfollow", "enter"),
    EMAIL("message", "robot"),
    OPEN311("report"),
    WEBHOOK("submission");

    private final List<String> kinds;

    Platform(String... kinds) {
        this.kinds = List.of(kinds);
    }

    static Platform of(String code) {
        return Arrays.stream(values())
                .filter(platform -> platform.code().equals(code))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<String> kinds() {
        return kinds;
    }

    /** The platform's own id of a citizen whom others call by any word. */
    String personOf(String label) {
        return switch (this) {
            case WEIBO -> label.matches("[1-9][0-9]{3,17}") ? label : String.valueOf(6_000_000_000L + hash(label));
            case EMAIL -> label.contains("@") ? label : label + "@citizens.example";
            default -> label;
        };
    }

    private static long hash(String label) {
        CRC32 sum = new CRC32();
        sum.update(label.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
