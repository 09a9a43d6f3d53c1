package cn.wenzheng.demo.simulator;

import cn.wenzheng.access.OneHand;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the platforms' callbacks, as often as each platform does, until they are acknowledged as it demands. */
@Simulated("simulatedPusher")
class Pusher extends OneHand {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Pushes pushes;
    private final Posts posts;
    private final Wire wire;
    private final Map<Platform, Caller> callers = new EnumMap<>(Platform.class);

    Pusher(Pushes pushes, Posts posts, Wire wire, List<Caller> callers) {
        super("simulated-pushes", LOOK);
        this.pushes = pushes;
        this.posts = posts;
        this.wire = wire;
        callers.forEach(caller -> this.callers.put(caller.platform(), caller));
    }

    /** How a platform tells; empty for one that is always asked. */
    Optional<Caller> caller(Platform platform) {
        return Optional.ofNullable(callers.get(platform));
    }

    @Override
    protected boolean step() {
        return push(null);
    }

    /** Makes one callback that is due; false when there is none, or when this node cannot be reached. */
    boolean push(@Nullable Long post) {
        Optional<String> product = wire.address();
        if (product.isEmpty()) {
            return false;
        }
        Optional<Pushes.Push> claim = pushes.claim(post);
        claim.ifPresent(push -> make(push, product.get()));
        return claim.isPresent();
    }

    private void make(Pushes.Push push, String product) {
        Post post = posts.find(push.platform(), push.post()).orElseThrow();
        Caller caller = callers.get(push.platform());
        if (caller == null) {
            pushes.giveUp(push, "no callback");
            return;
        }
        Optional<Wire.Answer> answer = wire.call(caller.request(post, product, push.tries() - 1));
        String told = answer.map(given -> String.valueOf(given.status())).orElse("no answer");
        if (answer.filter(given -> caller.isReceived(post, given)).isPresent()) {
            pushes.done(push, told);
            return;
        }
        caller.again(post, push.tries())
                .ifPresentOrElse(wait -> pushes.again(push, told, wait), () -> pushes.giveUp(push, told));
    }
}
