package cn.wenzheng.channel.weibo;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** By what posts, comments and their writers are known again, whether they were pushed or polled. */
final class WeiboKeys {

    /** A name ends with the first sign that no name of Weibo has. */
    private static final Pattern NAMED = Pattern.compile("@([\\p{L}\\p{N}_·-]{1,30})");

    private WeiboKeys() {}

    /** Who comments and passes on in one second has done one thing; the inbox looks that it is one of each. */
    static String twin(String uid, Instant at) {
        return uid + ":" + at.getEpochSecond();
    }

    /** Below one post many may comment, and what one of them is told in private is for nobody else. */
    static String thread(String post, String uid) {
        return "s:" + post + ":" + uid;
    }

    /** The page of a post, by its number alone: the address names no person. */
    static String page(String post) {
        return "https://m.weibo.cn/status/" + post;
    }

    /** The names that a text speaks to, without the @. */
    static Set<String> mentioned(String text) {
        return NAMED.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toUnmodifiableSet());
    }
}
