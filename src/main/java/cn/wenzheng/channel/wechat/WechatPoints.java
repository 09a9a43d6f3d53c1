package cn.wenzheng.channel.wechat;

import cn.wenzheng.channel.OpenPoints;
import cn.wenzheng.petition.Channel;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What WeChat has to confirm before a city relies on it, and what is assumed until then. */
@Component
class WechatPoints implements OpenPoints {

    private static final String PREFIX = "wenzheng.channels.wechat.";

    private final WechatSettings settings;

    WechatPoints(WechatSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<OpenPoint> openPoints() {
        return List.of(
                point("wechat-text-length", Map.of(PREFIX + "text-max-bytes", settings.textMaxBytes())),
                point("wechat-coordinates", Map.of(PREFIX + "crs", settings.crs())),
                point("wechat-plain-age", Map.of(PREFIX + "timestamp-max-age", settings.timestampMaxAge())),
                point("wechat-answers", Map.of()));
    }

    private static OpenPoint point(String name, Map<String, Object> settings) {
        return new OpenPoint(Channel.WECHAT, name, settings);
    }
}
