package cn.wenzheng.petition.delivery;

import cn.wenzheng.organization.ClosedList;

/** What keeps an account of the city from hearing or answering (账号告警). */
public enum AccountTrouble implements ClosedList {
    /** The platform does not accept its token: everything of it waits. */
    PAUSED("授权失效，等待重新授权", "not let in any more, waits for a new token"),
    /** Its token ends soon, or has ended and was not used since. */
    EXPIRING("授权即将到期", "token ends soon"),
    QUOTA_USED_UP("调用配额已用完", "quota used up");

    private final Words words;

    AccountTrouble(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
