package cn.wenzheng.channel.account;

import cn.wenzheng.organization.ClosedList;

/** How an account is; several may hold at once, and one that works well has none of the others. */
public enum AccountState implements ClosedList {
    WORKING("正常", "Working"),
    /** Nothing from a citizen for a long time. */
    SILENT("长期无诉求", "Silent"),
    /** Its token ends soon, or has ended. */
    EXPIRING("授权将到期", "Token expiring"),
    /** The platform does not accept its token: it waits for a new one. */
    PAUSED("等待重新授权", "Waiting for a new token"),
    /** The last call went wrong. */
    TROUBLED("调用出错", "Last call failed"),
    /** Something of the last days could not be taken in. */
    LEFT_OUT("有内容未收进", "Items not taken in"),
    /** Switched off, by itself or with its channel. */
    OFF("已停用", "Switched off");

    private final Words words;

    AccountState(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
