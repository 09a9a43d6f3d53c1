package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PullIntake;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks Weibo for mentions in posts and in comments, for what was not pushed.
 *
 * <p>A short page is not the end: Weibo leaves out what it hides. The end is an id that was known, or no lower id than the one
 * before.
 */
@Component
class WeiboPoll implements PullIntake {

    private static final String POSTS = "mentions";
    private static final String COMMENTS = "comment-mentions";
    private static final int MOST = 200;

    private final WeiboApi api;
    private final WeiboSettings settings;
    private final WeiboItems items;

    WeiboPoll(WeiboApi api, WeiboSettings settings) {
        this.api = api;
        this.settings = settings;
        this.items = new WeiboItems(settings.crs());
    }

    @Override
    public Channel channel() {
        return Channel.WEIBO;
    }

    @Override
    public List<String> contacts(Account account) {
        return account.secret("access-token") == null ? List.of() : List.of(POSTS, COMMENTS);
    }

    @Override
    public Duration every(Account account, String contact) {
        return WeiboApi.isByContract(account)
                ? settings.poll().everyByContract()
                : settings.poll().every();
    }

    @Override
    public Page poll(Account account, String contact, @Nullable String cursor, Instant now) {
        PollCursor from = PollCursor.read(cursor).begin(now, settings.poll());
        boolean posts = contact.equals(POSTS);
        WeiboSaid said = api.get(account, posts ? "2/statuses/mentions" : "2/comments/mentions", parameters(from), now);
        Outcome trouble = said.readingTrouble();
        JsonNode list = said.body().path(posts ? "statuses" : "comments");
        if (trouble == null && !list.isArray() && !said.body().isArray()) {
            trouble = new Outcome.NotNow(null, "unreadable");
        }
        return trouble == null
                ? page(account, posts, from, list, said.body(), now)
                : new Page(List.of(), cursor, false, 1, trouble);
    }

    private static Map<String, String> parameters(PollCursor from) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("count", Integer.toString(MOST));
        if (from.next() != 0) {
            parameters.put("max_id", Long.toString(from.next()));
        }
        return parameters;
    }

    private Page page(Account account, boolean posts, PollCursor from, JsonNode list, JsonNode body, Instant now) {
        List<Inbound> found = new ArrayList<>();
        PollCursor cursor = from;
        long lowest = Long.MAX_VALUE;
        boolean met = false;
        for (JsonNode item : list) {
            long id = idOf(item);
            Instant at = WeiboItems.createdAt(item);
            boolean known = cursor.isKnown(id, at);
            if (!known && id != from.next()) {
                told(account, posts, item, now).ifPresent(found::add);
            }
            cursor = cursor.seen(id, at);
            lowest = Math.min(lowest, id);
            met |= known;
        }
        // Weibo tells the newest first; what is passed on or replied to has to be known before what refers to it.
        Collections.reverse(found);
        boolean stands = lowest == Long.MAX_VALUE || lowest == from.next();
        boolean last = list.size() < MOST && WeiboJson.text(body, "next_cursor").equals("0");
        boolean end = met || stands || last;
        return new Page(found, (end ? cursor.done() : cursor.goOnAt(lowest)).written(), !end, 1, null);
    }

    /** What has no id is told by nobody and moves nothing. */
    private static long idOf(JsonNode item) {
        String id = WeiboJson.id(item);
        return id.isEmpty() ? Long.MAX_VALUE : Long.parseLong(id);
    }

    private Optional<Inbound> told(Account account, boolean posts, JsonNode item, Instant now) {
        return posts ? items.post(item, account.address(), now) : items.comment(item, account.address(), now);
    }
}
