package cn.wenzheng.demo.simulator;

import cn.wenzheng.organization.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts what a citizen says onto a platform, in that platform's terms. */
@Simulated("simulatedSpeaking")
class Speaking {

    private static final String PUBLIC_KINDS = "mention comment repost";

    private final Posts posts;
    private final Registry registry;
    private final Gallery gallery;
    private final Clock clock;

    Speaking(Posts posts, Registry registry, Gallery gallery, Clock clock) {
        this.posts = posts;
        this.registry = registry;
        this.gallery = gallery;
        this.clock = clock;
    }

    Post speak(Platform platform, Saying saying, Behaviour behaviour) {
        Registry.Registered account =
                registry.find(platform, saying.account() == null ? Registry.CITY : saying.account());
        String kind = kind(platform, saying.kind());
        boolean isPublic = PUBLIC_KINDS.contains(kind);
        Post post = post(platform, saying, kind, account, isPublic);
        if (post.text().isBlank() && post.media() == null && post.latitude() == null && !post.isEvent()) {
            throw Refusal.invalid("text", "field-required", "text");
        }
        Duration review = behaviour.duration(Switch.REVIEW_DELAY, Duration.ZERO);
        posts.add(post, post.saidAt().plus(review), isPublic ? mentioned(post) : new TreeSet<>());
        return post;
    }

    private static String kind(Platform platform, @Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return platform.kinds().get(0);
        }
        if (!platform.kinds().contains(wanted)) {
            throw Refusal.invalid("kind", "unknown-kind-of-saying", String.join(", ", platform.kinds()));
        }
        return wanted;
    }

    private Post post(Platform platform, Saying saying, String kind, Registry.Registered account, boolean isPublic) {
        String label = String.valueOf(saying.user());
        String text = saying.text() == null ? "" : saying.text();
        long id = posts.nextId();
        Instant now = clock.instant();
        boolean named = text.contains("@" + account.name());
        return new Post(
                id,
                platform,
                account.code(),
                platform.personOf(label),
                label,
                kind,
                isPublic && !named ? "@" + account.name() + " " + text : text,
                parent(platform, saying, kind, account),
                saying.inReplyTo(),
                saying.media() == null || saying.media().isBlank() ? null : gallery.make(saying.media(), id, now),
                saying.lat(),
                saying.longitude(),
                null,
                now,
                false);
    }

    /** A comment and a repost need something to stand below: the post that is named, or one of somebody else. */
    private @Nullable Long parent(Platform platform, Saying saying, String kind, Registry.Registered account) {
        if (!kind.equals("comment") && !kind.equals("repost")) {
            return null;
        }
        String parent = saying.parent();
        if (parent != null) {
            return posts.find(platform, parent.matches("[0-9]{1,18}") ? Long.parseLong(parent) : 0)
                    .map(Post::id)
                    .orElseThrow(() -> Refusal.invalid("parent", "no-such-post", parent));
        }
        Saying earlier = Saying.of(account.code(), "neighbour", "mention", "今天路过这里，随手拍一张。", null);
        Post post = post(platform, earlier, "mention", account, false);
        posts.add(post, post.saidAt(), new TreeSet<>());
        return post.id();
    }

    private Collection<String> mentioned(Post post) {
        Collection<String> accounts = registry.mentioned(post.platform(), post.text());
        accounts.add(post.account());
        return accounts;
    }
}
