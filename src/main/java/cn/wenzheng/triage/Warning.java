package cn.wenzheng.triage;

import cn.wenzheng.organization.ClosedList;

/** What an operator should look at before he decides; never a decision. */
public enum Warning implements ClosedList {
    DANGER("可能危及生命", "A life may be in danger"),
    OUT_OF_SCOPE("可能不属于受理范围", "May be out of scope"),
    INSULT("可能是辱骂", "May be an insult"),
    EMPTY("没有实质内容", "Without content"),
    CONFLICT_OF_INTEREST("反映的就是建议单位", "It is about the suggested unit itself");

    private final Words words;

    Warning(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
