package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** Where a petition came in (渠道). */
public enum Channel implements ClosedList {
    PORTAL("市民门户", "Portal"),
    WEIBO("微博", "Weibo"),
    WECHAT("微信", "WeChat"),
    ALIPAY("支付宝", "Alipay"),
    EMAIL("电子邮件", "E-mail"),
    OPEN311("Open311", "Open311"),
    WEBHOOK("系统对接", "Webhook"),
    IMPORT("文件导入", "File import"),
    OPERATOR("人工登记", "Operator entry");

    private final Words words;

    Channel(String zh, String en) {
        this.words = new Words(zh, en);
    }

    /** True when it comes in by an account of the city on a platform or a mail server. */
    public boolean isPlatform() {
        return switch (this) {
            case WEIBO, WECHAT, ALIPAY, EMAIL, OPEN311, WEBHOOK -> true;
            case PORTAL, IMPORT, OPERATOR -> false;
        };
    }

    @Override
    public Words words() {
        return words;
    }
}
