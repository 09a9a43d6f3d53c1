package cn.wenzheng.channel.account;

import cn.wenzheng.channel.OpenPoints;
import cn.wenzheng.channel.OpenPoints.OpenPoint;
import cn.wenzheng.organization.Actor;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what only the platforms can confirm, with what is assumed until they have. */
@Component
class ConfirmDesk {

    private final ObjectProvider<OpenPoints> adapters;

    ConfirmDesk(ObjectProvider<OpenPoints> adapters) {
        this.adapters = adapters;
    }

    /** By channel; what concerns all comes last. */
    List<OpenPoint> openPoints(Actor actor) {
        ChannelAccountDesk.requireReader(actor);
        return adapters.stream()
                .flatMap(adapter -> adapter.openPoints().stream())
                .sorted(Comparator.comparing(OpenPoint::channel, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(OpenPoint::name))
                .map(ConfirmDesk::asWritten)
                .toList();
    }

    private static OpenPoint asWritten(OpenPoint point) {
        Map<String, Object> settings = new TreeMap<>();
        point.settings()
                .forEach((name, value) -> settings.put(name, value instanceof Duration time ? of(time) : value));
        return new OpenPoint(point.channel(), point.name(), settings);
    }

    /** A length of time as it is written in a setting: 7d, 48h, 10m. */
    private static String of(Duration time) {
        if (time.equals(Duration.ofDays(time.toDays()))) {
            return time.toDays() + "d";
        }
        return time.equals(Duration.ofHours(time.toHours())) ? time.toHours() + "h" : time.toMinutes() + "m";
    }
}
