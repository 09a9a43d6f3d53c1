package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.OpenPoints;
import cn.wenzheng.petition.Channel;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What Alipay has to confirm before a city relies on it, and what is assumed until then. */
@Component
class AlipayPoints implements OpenPoints {

    private static final String PREFIX = "wenzheng.channels.alipay.";

    private final AlipaySettings settings;

    AlipayPoints(AlipaySettings settings) {
        this.settings = settings;
    }

    @Override
    public List<OpenPoint> openPoints() {
        AlipaySettings.LifeAccount life = settings.lifeAccount();
        return List.of(
                point("alipay-life-account", Map.of(PREFIX + "life-account.enabled", life.enabled())),
                point("alipay-chat-window", Map.of(PREFIX + "chat-window", settings.chatWindow())),
                point("alipay-receipt", Map.of(PREFIX + "life-account.ack", life.ack())),
                point("alipay-code-20000", Map.of()),
                point("alipay-notice", Map.of()));
    }

    private static OpenPoint point(String name, Map<String, Object> settings) {
        return new OpenPoint(Channel.ALIPAY, name, settings);
    }
}
