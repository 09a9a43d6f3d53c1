package cn.wenzheng.notice;

import cn.wenzheng.organization.Role;
import cn.wenzheng.triage.alone.SwitchedOff;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells everybody who has relied on it that the system decides nothing by itself any more. */
@Component
class AloneNotices {

    private final NoticeRows rows;

    AloneNotices(NoticeRows rows) {
        this.rows = rows;
    }

    @EventListener
    void switchedOff(SwitchedOff event) {
        Post post = new Post(event.petition(), event.at()).about(event.why());
        for (Role role : new Role[] {Role.OPERATOR, Role.SUPERVISOR, Role.ADMIN}) {
            post.to(Audience.role(role), NoticeKind.ALONE_SWITCHED_OFF, null);
        }
        rows.add(post);
    }
}
