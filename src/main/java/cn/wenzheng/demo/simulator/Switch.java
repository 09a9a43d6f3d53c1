package cn.wenzheng.demo.simulator;

import cn.wenzheng.organization.Refusal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a platform can be made to behave; each stands for something that a real platform does or may do, because nobody has
 * confirmed how it does it. The code is the constant in lower case with hyphens.
 */
enum Switch {
    DOWN(Kind.FLAG),
    /** Takes what is sent and never answers. */
    NEVER_ANSWERS(Kind.FLAG),
    DELAY(Kind.DURATION),
    /** What stands between us and the platform answers instead of it, or the answer gets lost on the way. */
    ANSWER(List.of("html", "502", "empty", "slow-drip")),
    /** The error of the next call, by the platform's own code. */
    NEXT_ERROR(Kind.WORD),
    DUPLICATE(Kind.FLAG),
    REORDER(Kind.FLAG),
    /** No callback is made: what was posted must be asked for. */
    LOSE_PUSHES(Kind.FLAG),
    QUOTA(List.of("public", "contract"), Platform.WEIBO),
    CALLS_PER_DAY(Kind.NUMBER, Platform.WEIBO),
    TIMESTAMP_UNIT(List.of("millis", "seconds"), Platform.WEIBO),
    /** The second try of a callback carries the first one's signature. */
    SAME_NONCE(Kind.FLAG, Platform.WEIBO),
    PUSH_FORM(List.of("json", "xml"), Platform.WEIBO),
    MENTION_PUSH(List.of("on", "off", "flat"), Platform.WEIBO),
    IDS(List.of("number", "text"), Platform.WEIBO),
    PER_MENTION(Kind.NUMBER, Platform.WEIBO),
    TOKEN_LIFE(Kind.DURATION, Platform.WEIBO),
    COMMENT_MOST(Kind.NUMBER, Platform.WEIBO),
    MESSAGE_MOST(Kind.NUMBER, Platform.WEIBO),
    EMOJI_COST(Kind.NUMBER, Platform.WEIBO),
    REPLY_BODY(List.of("id", "bare"), Platform.WEIBO),
    REVIEW_DELAY(Kind.DURATION, Platform.WEIBO),
    /** Comments are accepted and seen later (20032). */
    ACCEPT_LATE(Kind.FLAG, Platform.WEIBO),
    WINDOW(Kind.DURATION, Platform.WEIBO, Platform.WECHAT, Platform.ALIPAY),
    PER_WINDOW(Kind.NUMBER, Platform.WECHAT),
    TEXT_MAX_BYTES(Kind.NUMBER, Platform.WECHAT),
    PLAIN(Kind.FLAG, Platform.WECHAT),
    VIDEO_ANSWER(List.of("binary", "url"), Platform.WECHAT),
    CONSENT(List.of("given", "refused"), Platform.WECHAT),
    LIFE_RETRY(List.of("off", "on"), Platform.ALIPAY),
    MESSAGE_ID(List.of("present", "absent"), Platform.ALIPAY),
    ACK(List.of("any", "xml", "success"), Platform.ALIPAY),
    CHARSET(List.of("utf-8", "gbk"), Platform.ALIPAY),
    WRONG_SIGNATURE(Kind.FLAG, Platform.ALIPAY, Platform.WEBHOOK),
    /** The citizen's program sends the same report once more, without a key of its own. */
    REPEAT(Kind.FLAG, Platform.OPEN311),
    /** A robot answers every mail of the city. */
    AUTO_REPLY(Kind.FLAG, Platform.EMAIL),
    GONE(Kind.FLAG, Platform.WEBHOOK);

    /** What may be set. */
    enum Kind {
        FLAG,
        DURATION,
        NUMBER,
        WORD,
        CHOICE
    }

    private static final Duration LONGEST = Duration.ofDays(400);

    private final Kind kind;
    private final List<String> choices;
    private final Set<Platform> platforms;

    Switch(Kind kind, Platform... platforms) {
        this(kind, List.of(), platforms);
    }

    Switch(List<String> choices, Platform... platforms) {
        this(Kind.CHOICE, choices, platforms);
    }

    Switch(Kind kind, List<String> choices, Platform... platforms) {
        this.kind = kind;
        this.choices = choices;
        this.platforms =
                platforms.length == 0 ? EnumSet.allOf(Platform.class) : EnumSet.copyOf(Arrays.asList(platforms));
    }

    static List<Switch> of(Platform platform) {
        return Arrays.stream(values())
                .filter(known -> known.platforms.contains(platform))
                .toList();
    }

    static Switch of(Platform platform, String code) {
        return of(platform).stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(code, "unknown-switch", code, platform.code()));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Kind kind() {
        return kind;
    }

    public List<String> choices() {
        return choices;
    }

    /** The value as it is kept; empty when the switch goes back to what is usual. */
    String checked(Object value) {
        String text = String.valueOf(value);
        if (text.equals("false")) {
            return "";
        }
        boolean fits = switch (kind) {
            case FLAG -> text.equals("true");
            case DURATION -> isDuration(text);
            case NUMBER -> text.matches("[0-9]{1,6}");
            case WORD -> text.matches("[A-Za-z0-9_.-]{1,60}");
            case CHOICE -> choices.contains(text);
        };
        if (!fits) {
            throw Refusal.invalid(code(), "switch-value", code());
        }
        return text;
    }

    private static boolean isDuration(String text) {
        try {
            Duration duration = Duration.parse(text);
            return !duration.isNegative() && duration.compareTo(LONGEST) <= 0;
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }
}
