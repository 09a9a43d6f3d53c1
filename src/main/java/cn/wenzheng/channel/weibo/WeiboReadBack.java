package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.Reply;
import cn.wenzheng.channel.SourceRef;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Looks among the comments of a post for one of ours whose fate is unknown: newest first, one page after the other, and no
 * more pages than the quota bears. Of a post with fifty thousand comments it holds one page at a time.
 */
final class WeiboReadBack {

    private static final int MOST = 200;

    private final WeiboApi api;
    private final WeiboSettings settings;

    WeiboReadBack(WeiboApi api, WeiboSettings settings) {
        this.api = api;
        this.settings = settings;
    }

    /**
     * {@code Sent} when it stands there, {@code NotNow} when it does not, with an instant when a quota is used up before one
     * could see, {@code Unknown} when not all could be read.
     */
    Outcome find(Reply reply, Account account) {
        SourceRef source = reply.contact().source();
        if (source == null) {
            return new Outcome.TargetGone("post");
        }
        Page page = new Page(null, 0);
        for (int read = 0; read < settings.poll().readBackPages(); read++) {
            WeiboSaid said = api.get(account, "2/comments/show", parameters(source, page.lowest()), reply.now());
            if (said.trouble() != null) {
                return unread(said.trouble());
            }
            Page next = page(said.body().path("comments"), reply, account);
            if (next.found() != null) {
                return new Outcome.Sent(next.found());
            }
            if (next.lowest() == 0 || next.lowest() == page.lowest()) {
                return new Outcome.NotNow(null, "not-there");
            }
            page = next;
        }
        return new Outcome.Unknown("not-found");
    }

    /**
     * What is kept of a page.
     *
     * @param found the id of our comment; null when it is not on this page
     * @param lowest where the next page begins; 0 when this one was empty
     */
    private record Page(@Nullable String found, long lowest) {}

    private static Page page(JsonNode comments, Reply reply, Account account) {
        String found = null;
        long lowest = Long.MAX_VALUE;
        for (JsonNode comment : comments) {
            String id = WeiboJson.id(comment);
            if (!id.isEmpty()) {
                lowest = Math.min(lowest, Long.parseLong(id));
                found = found == null && isOurs(comment, reply, account) ? id : found;
            }
        }
        return new Page(found, lowest == Long.MAX_VALUE ? 0 : lowest);
    }

    /** A token that is not valid stops the account, a quota is waited for; what else keeps us from reading leaves it open. */
    private static Outcome unread(Outcome trouble) {
        boolean waits = trouble instanceof Outcome.NotNow wait && wait.until() != null;
        if (waits || trouble instanceof Outcome.TokenInvalid || trouble instanceof Outcome.TargetGone) {
            return trouble;
        }
        return new Outcome.Unknown("read-back");
    }

    /** Whatever is older than the comment that was answered cannot be the answer. */
    private static Map<String, String> parameters(SourceRef source, long from) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("id", source.post());
        parameters.put("count", Integer.toString(MOST));
        if (source.comment() != null) {
            parameters.put("since_id", source.comment());
        }
        if (from != 0) {
            parameters.put("max_id", Long.toString(from));
        }
        return parameters;
    }

    /** Weibo writes a name before a reply and entities for some signs. */
    private static boolean isOurs(JsonNode comment, Reply reply, Account account) {
        return WeiboJson.id(comment.path("user")).equals(account.address())
                && plain(HtmlUtils.htmlUnescape(WeiboJson.text(comment, "text")))
                        .endsWith(plain(reply.text()));
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", "");
    }
}
