package cn.wenzheng.demo.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who of the synthetic citizens speaks next, where, and whether he says something new, adds to it or passes it on. */
@Simulated("simulatedCharacters")
class Characters {

    private static final int EVERY_FOLLOW_UP = 9;
    private static final int EVERY_REPOST = 11;
    private static final int EVERY_PICTURE = 5;
    private static final int EVERY_PRIVATE = 3;

    private final Sayings sayings = new Sayings();
    private final Posts posts;

    Characters(Posts posts) {
        this.posts = posts;
    }

    /** One thing that is said on a platform. */
    record Next(Platform platform, Saying saying) {}

    Next next(long number) {
        Platform platform = Sayings.platform(number);
        List<Post> earlier = posts.newest(platform, 20).stream()
                .filter(post -> !post.isEvent() && !post.deleted())
                .toList();
        if (!earlier.isEmpty() && number % EVERY_FOLLOW_UP == 0) {
            return new Next(platform, followUp(platform, earlier.get(0)));
        }
        List<Post> mentions =
                earlier.stream().filter(post -> post.is("mention")).toList();
        if (!mentions.isEmpty() && number % EVERY_REPOST == 0) {
            return new Next(platform, repost(mentions.get(0), number));
        }
        return new Next(platform, fresh(platform, number));
    }

    /** The same citizen again, about the same thing, where he spoke before. */
    private static Saying followUp(Platform platform, Post earlier) {
        String kind = platform == Platform.WEIBO && earlier.is("message") ? "message" : usual(platform);
        String head = earlier.text()
                .substring(
                        0,
                        earlier.text()
                                .offsetByCodePoints(
                                        0,
                                        Math.min(
                                                12,
                                                earlier.text()
                                                        .codePointCount(
                                                                0,
                                                                earlier.text().length()))));
        return Saying.of(earlier.account(), earlier.label(), kind, "补充一下刚才说的“" + head + "”，现在还是老样子，麻烦尽快看看。", null);
    }

    private static Saying repost(Post mention, long number) {
        return new Saying(
                mention.account(),
                "resident-" + number,
                "repost",
                "我也遇到过，支持楼主，请尽快处理。",
                null,
                null,
                null,
                String.valueOf(mention.id()),
                null);
    }

    private Saying fresh(Platform platform, long number) {
        return Saying.of(
                Registry.CITY,
                "resident-" + number,
                platform == Platform.WEIBO && number % EVERY_PRIVATE != 0 ? "mention" : usual(platform),
                sayings.text(number),
                media(platform, number));
    }

    private static String usual(Platform platform) {
        return platform.kinds().get(0);
    }

    /** Pictures where the platform shows them beside the words. */
    private static @Nullable String media(Platform platform, long number) {
        boolean beside = platform == Platform.EMAIL || platform == Platform.WEIBO && number % EVERY_PRIVATE != 0;
        return beside && number % EVERY_PICTURE == 0 ? "picture" : null;
    }
}
