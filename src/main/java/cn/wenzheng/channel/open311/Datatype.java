package cn.wenzheng.channel.open311;

import cn.wenzheng.organization.ClosedList;

/** What may be answered to a question of a service, by the specification's words. */
enum Datatype implements ClosedList {
    STRING("一行文字", "One line of text"),
    NUMBER("数字", "Number"),
    DATETIME("日期时间", "Date and time"),
    TEXT("多行文字", "Text"),
    SINGLEVALUELIST("单选", "One of a list"),
    MULTIVALUELIST("多选", "Several of a list");

    private final Words words;

    Datatype(String zh, String en) {
        this.words = new Words(zh, en);
    }

    boolean isList() {
        return this == SINGLEVALUELIST || this == MULTIVALUELIST;
    }

    @Override
    public Words words() {
        return words;
    }
}
