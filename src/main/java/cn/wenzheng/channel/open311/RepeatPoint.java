package cn.wenzheng.channel.open311;

import cn.wenzheng.channel.OpenPoints;
import cn.wenzheng.petition.Channel;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the makers of clients have to confirm: the specification says nothing of a request that is sent twice. */
@Component
class RepeatPoint implements OpenPoints {

    private final Open311Settings settings;

    RepeatPoint(Open311Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<OpenPoint> openPoints() {
        return List.of(new OpenPoint(
                Channel.OPEN311,
                "open311-repeat-window",
                Map.of("wenzheng.channels.open311.repeat-window", settings.repeatWindow())));
    }
}
