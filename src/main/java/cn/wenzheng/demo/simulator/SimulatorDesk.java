package cn.wenzheng.demo.simulator;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The counter of the simulated platforms: whoever runs the demo city speaks here as a citizen, hears what citizens were told
 * and makes platforms behave.
 */
@Simulated("simulatedSimulatorDesk")
class SimulatorDesk {

    /** The most signs a citizen can write; the channels' own limits are lower. */
    private static final int MOST_WORDS = 100_000;

    /** Long enough for a second post to overtake the first. */
    private static final Duration HELD_BACK = Duration.ofSeconds(2);

    private final Posts posts;
    private final Pushes pushes;
    private final Pusher pusher;
    private final Speaking speaking;
    private final Behaviours behaviours;
    private final Tokens tokens;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SimulatorDesk(
            Posts posts,
            Pushes pushes,
            Pusher pusher,
            Speaking speaking,
            Behaviours behaviours,
            Tokens tokens,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.posts = posts;
        this.pushes = pushes;
        this.pusher = pusher;
        this.speaking = speaking;
        this.behaviours = behaviours;
        this.tokens = tokens;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Speaks as a citizen; afterwards the platform has told the city once, or waits to be asked. */
    Post post(Platform platform, Saying saying, Actor actor) {
        mayRunTheDemo(actor);
        return said(
                platform,
                saying,
                post -> journal.done(
                        actor,
                        "simulator-posted",
                        null,
                        Map.of(),
                        Map.of("channel", platform.code(), "post", post.id())));
    }

    /** As {@link #post}, by the trickle; that it was let run stands in the journal. */
    Post said(Platform platform, Saying saying) {
        return said(platform, saying, post -> {});
    }

    private Post said(Platform platform, Saying saying, Consumer<Post> within) {
        Behaviour behaviour = behaviours.of(platform);
        Post post = transaction.execute(status -> {
            Post spoken = speaking.speak(platform, words(saying), behaviour);
            tell(spoken, behaviour);
            within.accept(spoken);
            return spoken;
        });
        boolean told = pusher.push(post.id());
        while (told) {
            told = pusher.push(post.id());
        }
        return post;
    }

    private static Saying words(Saying saying) {
        Limits.optional("text", saying.text(), MOST_WORDS);
        String user = Limits.optional("user", saying.user(), 200);
        return new Saying(
                Limits.optional("account", saying.account(), 60),
                user == null ? "u" + UUID.randomUUID().toString().substring(0, 8) : user,
                saying.kind(),
                saying.text(),
                saying.media(),
                saying.lat(),
                saying.longitude(),
                saying.parent(),
                saying.inReplyTo());
    }

    private void tell(Post post, Behaviour behaviour) {
        boolean tells = pusher.caller(post.platform())
                .filter(caller -> caller.tells(post, behaviour))
                .isPresent();
        if (!tells || behaviour.is(Switch.LOSE_PUSHES)) {
            return;
        }
        Instant due = clock.instant().plus(behaviour.is(Switch.REORDER) ? HELD_BACK : Duration.ZERO);
        pushes.add(post.id(), due);
        if (behaviour.is(Switch.DUPLICATE)) {
            pushes.add(post.id(), due);
        }
    }

    /** Sets switches, or does once what a switch names: expiring tokens, deleting a post. */
    Map<String, String> behave(Platform platform, Map<String, @Nullable Object> wanted, Actor actor) {
        mayRunTheDemo(actor);
        return transaction.execute(status -> {
            Map<String, String> before = behaviours.of(platform).told();
            wanted.forEach((code, value) -> act(platform, code, value));
            Map<String, String> after = behaviours.of(platform).told();
            journal.done(
                    actor,
                    "simulator-behaviour-set",
                    null,
                    Map.of("channel", platform.code(), "switches", before.toString()),
                    Map.of("channel", platform.code(), "switches", after.toString()));
            return after;
        });
    }

    private void act(Platform platform, String code, @Nullable Object value) {
        switch (code) {
            case "expire-token" -> tokens.expireAll(platform);
            case "delete-post" -> delete(platform, String.valueOf(value));
            default -> {
                Switch known = Switch.of(platform, code);
                behaviours.set(platform, known, value == null ? "" : known.checked(value));
            }
        }
    }

    private void delete(Platform platform, String id) {
        if (!id.matches("[0-9]{1,18}") || !posts.delete(platform, Long.parseLong(id))) {
            throw Refusal.invalid("id", "no-such-post", id);
        }
    }

    static void mayRunTheDemo(Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("role-never-may");
        }
    }
}
