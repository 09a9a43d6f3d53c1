package cn.wenzheng.triage.alone;

import cn.wenzheng.organization.ClosedList;

/** Why a petition is left to people. */
public enum LeftWhy implements ClosedList {
    UNSURE("把握不够", "Not sure enough"),
    KIND("这类诉求由人工受理", "A kind that people decide"),
    DANGER("可能危及生命", "A life may be in danger"),
    WARNED("有需要留意的情况", "Something to look at"),
    SCOPE("可能不属于受理范围", "May be out of scope"),
    SAME_MATTER("可能与其他诉求是同一件事", "May be about the matter of another petition"),
    NO_UNIT("没有找到承办单位", "No unit is responsible"),
    CAP("已到当日上限", "The day's cap is reached"),
    /** Somebody was faster, or a rule of the house was against it. */
    REFUSED("未能自动受理", "Could not be decided");

    private final Words words;

    LeftWhy(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
