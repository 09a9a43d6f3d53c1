package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.OpenPoints;
import cn.wenzheng.petition.Channel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What Weibo has to confirm before a city relies on it, and what is assumed until then. */
@Component
class WeiboPoints implements OpenPoints {

    private static final String PREFIX = "wenzheng.channels.weibo.";

    private final WeiboSettings settings;

    WeiboPoints(WeiboSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<OpenPoint> openPoints() {
        WeiboSettings.Count count = settings.count();
        WeiboSettings.Poll poll = settings.poll();
        return List.of(
                point("weibo-mention-push", Map.of("mention-push-enabled", settings.mentionPushEnabled())),
                point("weibo-timestamp", Map.of("timestamp-max-age", settings.timestampMaxAge())),
                point(
                        "weibo-reply-window",
                        Map.of("dm-window", settings.dmWindow(), "dm-per-mention", settings.dmPerMention())),
                point(
                        "weibo-count",
                        Map.of(
                                "count.half-width", count.halfWidth(),
                                "count.emoji", count.emoji(),
                                "count.comment", count.comment(),
                                "count.private-message", count.privateMessage())),
                point("weibo-error-codes", Map.of()),
                point(
                        "weibo-late-items",
                        Map.of("poll.overlap", poll.overlap(), "poll.overlap-every", poll.overlapEvery())),
                point("weibo-operator-address", Map.of("rip", settings.rip())),
                point("weibo-coordinates", Map.of("crs", settings.crs())),
                point("weibo-pictures", Map.of("picture-hosts", settings.pictureHosts())));
    }

    private static OpenPoint point(String name, Map<String, Object> told) {
        Map<String, Object> settings = new TreeMap<>();
        told.forEach((key, value) -> settings.put(PREFIX + key, value));
        return new OpenPoint(Channel.WEIBO, name, settings);
    }
}
