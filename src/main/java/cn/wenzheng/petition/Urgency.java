package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** How much haste a petition needs; the first two classes run on any day. */
public enum Urgency implements ClosedList {
    LIFE("危及生命", "Danger to life"),
    SUPPLY("水电气热", "Basic supplies"),
    URGENT("紧急", "Urgent"),
    NORMAL("一般", "Normal");

    private final Words words;

    Urgency(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
