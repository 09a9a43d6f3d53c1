package cn.wenzheng.channel.account;

import cn.wenzheng.channel.OpenPoints;
import cn.wenzheng.channel.OpenPoints.OpenPoint;
import cn.wenzheng.organization.Actor;
import java.util.Comparator;
import java.util.List;
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
                .toList();
    }
}
