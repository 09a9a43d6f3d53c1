package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.SourceProbe;
import cn.wenzheng.channel.SourceRef;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks whether a post, or a comment below one, can still be read by everybody: one call each. */
@Component
class WeiboProbe implements SourceProbe {

    private final WeiboApi api;
    private final Clock clock;

    WeiboProbe(WeiboApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.WEIBO;
    }

    @Override
    public State check(SourceRef source, Account account) {
        String comment = source.comment();
        return comment == null ? post(source, account) : comment(source, comment, account);
    }

    private State post(SourceRef source, Account account) {
        WeiboSaid said = api.get(account, "2/statuses/show", Map.of("id", source.post()), clock.instant());
        if (said.trouble() != null) {
            return said.trouble() instanceof Outcome.TargetGone ? State.DELETED : State.UNKNOWN;
        }
        JsonNode post = said.body();
        if (WeiboJson.text(post, "deleted").equals("1")) {
            return State.DELETED;
        }
        if (!WeiboJson.id(post).equals(source.post())) {
            return State.UNKNOWN;
        }
        return post.path("visible").path("type").asInt(0) == 0 ? State.PRESENT : State.HIDDEN;
    }

    /** There is no call for one comment: among those up to its id it must be the first. */
    private State comment(SourceRef source, String comment, Account account) {
        WeiboSaid said = api.get(
                account,
                "2/comments/show",
                Map.of("id", source.post(), "max_id", comment, "count", "1"),
                clock.instant());
        if (said.trouble() != null) {
            return said.trouble() instanceof Outcome.TargetGone ? State.DELETED : State.UNKNOWN;
        }
        JsonNode comments = said.body().path("comments");
        if (!comments.isArray()) {
            return State.UNKNOWN;
        }
        return WeiboJson.id(comments.path(0)).equals(comment) ? State.PRESENT : State.HIDDEN;
    }
}
