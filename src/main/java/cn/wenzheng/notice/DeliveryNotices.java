package cn.wenzheng.notice;

import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.delivery.DeliveryEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says who has to know that an answer does not go out by itself, in the transaction in which it stuck. */
@Component
class DeliveryNotices {

    private final NoticeRows rows;

    DeliveryNotices(NoticeRows rows) {
        this.rows = rows;
    }

    @EventListener
    void stuck(DeliveryEvent.Stuck event) {
        rows.add(new Post(event.petition(), event.at())
                .about(event.state())
                .to(Audience.role(Role.OPERATOR), NoticeKind.DELIVERY_STUCK, null)
                .to(Audience.role(Role.PUBLICITY), NoticeKind.DELIVERY_STUCK, null));
    }
}
