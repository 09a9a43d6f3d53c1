package cn.wenzheng.notice;

import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.delivery.AccountTroubled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the administrators which account on a platform needs them. */
@Component
class AccountNotices {

    private final NoticeRows rows;

    AccountNotices(NoticeRows rows) {
        this.rows = rows;
    }

    @EventListener
    void troubled(AccountTroubled event) {
        rows.add(new Post(new NoticeAccount(event.account(), event.channel(), event.code()), event.at())
                .about(event.trouble())
                .to(Audience.role(Role.ADMIN), NoticeKind.ACCOUNT_TROUBLE, event.unit()));
    }
}
