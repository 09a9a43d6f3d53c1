package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** The platform from which an operator has pasted a citizen's words. */
public enum PastedFrom implements ClosedList {
    WEIBO("微博", "Weibo"),
    WECHAT("微信", "WeChat"),
    ALIPAY("支付宝", "Alipay"),
    EMAIL("电子邮件", "E-mail"),
    OTHER("其他平台", "Another platform");

    private final Words words;

    PastedFrom(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
