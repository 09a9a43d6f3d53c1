package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Ack;
import cn.wenzheng.channel.Arrival;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.MediaSource;
import cn.wenzheng.channel.PullIntake;
import cn.wenzheng.channel.PushIntake;
import cn.wenzheng.channel.RawRequest;
import cn.wenzheng.channel.SourceProbe;
import cn.wenzheng.channel.SourceRef;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A platform that speaks the plainest of protocols: it stands in for every adapter where only the post office is looked at. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class FakePlatform implements PushIntake, PullIntake, MediaSource, SourceProbe {

    static final int MOST = 64 * 1024;

    final ConcurrentLinkedQueue<Page> pages = new ConcurrentLinkedQueue<>();
    final List<@Nullable String> cursors = new ArrayList<>();
    final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
    final Set<String> slow = ConcurrentHashMap.newKeySet();
    final Set<String> spoiled = ConcurrentHashMap.newKeySet();
    final Map<String, State> posts = new ConcurrentHashMap<>();

    /** What stands at a place, where there is too much of it to be made beforehand. */
    volatile @Nullable Function<@Nullable String, Page> endless;

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public Channel channel() {
        return Channel.WECHAT;
    }

    @Override
    public int mostBytes() {
        return MOST;
    }

    @Override
    public Arrival accept(RawRequest request, Account account, Clock clock) {
        String query = request.rawQuery();
        if (!query.startsWith("sign=" + account.code()) || query.contains("&sign=")) {
            return Arrival.refused(Ack.text(403, "no"));
        }
        if (request.method().equals("GET")) {
            return Arrival.nothing(Ack.text(200, query.substring(query.indexOf("echo=") + 5)));
        }
        try {
            List<Inbound> items = new ArrayList<>();
            JsonNode body = json.readTree(request.text());
            for (JsonNode item : body.isArray() ? body : json.createArrayNode().add(body)) {
                if (!item.has("unknown")) {
                    items.add(item(item));
                }
            }
            return Arrival.of(items, Ack.text(200, "taken"), Ack.text(500, "again"));
        } catch (JsonProcessingException broken) {
            return Arrival.refused(Ack.text(400, "broken"));
        }
    }

    /** An item as a reading finds it. */
    Inbound found(Map<String, Object> item) {
        return item(json.valueToTree(item));
    }

    private static @Nullable SourceRef source(JsonNode item) {
        String post = item.path("post").asText(item.path("id").asText());
        return item.path("public").asBoolean() && !item.has("unnamed")
                ? new SourceRef(post, item.path("comment").asText(null), "https://weibo.example/" + post)
                : null;
    }

    private static Inbound item(JsonNode item) {
        List<MediaRef> media = new ArrayList<>();
        item.path("media").forEach(id -> media.add(new MediaRef(MediaRef.Type.PICTURE, id.asText(), null, null)));
        item.path("voice").forEach(id -> media.add(new MediaRef(MediaRef.Type.VOICE, id.asText(), null, null)));
        List<String> mentioned = new ArrayList<>();
        item.path("mentioned").forEach(name -> mentioned.add(name.asText()));
        boolean isPublic = item.path("public").asBoolean();
        return new Inbound(
                item.path("id").asText(),
                item.path("key").asText("dm:" + item.path("person").asText()),
                new Inbound.Sender(
                        item.path("person").asText(), item.path("name").asText(null)),
                Inbound.Kind.valueOf(item.path("kind").asText(isPublic ? "MENTION" : "MESSAGE")),
                item.path("text").asText(),
                media,
                null,
                source(item),
                item.path("inReplyTo").asText(null),
                item.path("repostOf").asText(null),
                item.path("twin").asText(null),
                Set.copyOf(mentioned),
                null,
                Instant.parse(item.path("at").asText("2026-11-20T02:00:00Z")),
                isPublic);
    }

    Inbound polled(String id, String person, String text) {
        return item(json.createObjectNode().put("id", id).put("person", person).put("text", text));
    }

    Inbound polledAt(Instant at, String id, String person) {
        Inbound item = polled(id, person, "路灯坏了");
        return new Inbound(
                item.externalId(),
                item.conversationKey(),
                item.sender(),
                item.kind(),
                item.text(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                null,
                at,
                false);
    }

    @Override
    public List<String> contacts(Account account) {
        return account.code().equals("polled") ? List.of("mentions") : List.of();
    }

    @Override
    public Duration every(Account account, String contact) {
        return Duration.ofHours(1);
    }

    @Override
    public Page poll(Account account, String contact, @Nullable String cursor, Instant now) {
        Function<@Nullable String, Page> standing = endless;
        if (standing != null) {
            return standing.apply(cursor);
        }
        cursors.add(cursor);
        Page page = pages.poll();
        return page == null ? new Page(List.of(), cursor, false, 1, null) : page;
    }

    @Override
    public Optional<InputStream> fetch(MediaRef media, Account account) {
        if (spoiled.contains(media.id())) {
            throw new IllegalStateException("what nobody expects of a library");
        }
        if (slow.remove(media.id())) {
            throw new UncheckedIOException(new IOException("later"));
        }
        return Optional.ofNullable(pictures.get(media.id())).map(ByteArrayInputStream::new);
    }

    @Override
    public State check(SourceRef source, Account account) {
        return posts.getOrDefault(source.post(), State.UNKNOWN);
    }
}
