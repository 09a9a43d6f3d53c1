package cn.wenzheng.demo.simulator;

import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is heard on a platform: what citizens said there, and what came back. */
@Simulated("simulatedHearing")
class Hearing {

    private static final int SHOWN = 12;

    private final Posts posts;
    private final Replies replies;
    private final Pushes pushes;

    Hearing(Posts posts, Replies replies, Pushes pushes) {
        this.posts = posts;
        this.replies = replies;
        this.pushes = pushes;
    }

    /** A part of what was received, and how much it is in all. */
    record Heard(List<Replies.Reply> replies, long total) {}

    Heard heard(Platform platform, @Nullable String user, Window window, Actor actor) {
        SimulatorDesk.mayRunTheDemo(actor);
        String person = user == null || user.isBlank() ? null : platform.personOf(user.strip());
        return new Heard(
                replies.received(platform, person, window.offset(), window.size()), replies.count(platform, person));
    }

    /**
     * The platform as its page shows it, the newest first.
     *
     * @param pushes what became of telling the city, by post
     */
    record Scene(List<Post> posts, Map<Long, Pushes.State> pushes, List<Replies.Reply> replies) {

        /** Where a post stands on its way: told, waiting, given up, or to be asked for. */
        public String state(Post post) {
            Pushes.State state = pushes.get(post.id());
            return post.deleted() ? "deleted" : state == null ? "asked" : state.state();
        }
    }

    Scene scene(Platform platform) {
        List<Post> newest = posts.newest(platform, SHOWN);
        return new Scene(newest, pushes.of(newest.stream().map(Post::id).toList()), replies.newest(platform, SHOWN));
    }
}
