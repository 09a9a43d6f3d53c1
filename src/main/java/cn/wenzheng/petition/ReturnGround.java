package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** Why a unit says a petition is not its own (退单). */
public enum ReturnGround implements ClosedList {
    NOT_OUR_DUTY("不属于本单位职责", "Not our duty"),
    OTHER_AREA("不在本单位辖区", "Not in our area"),
    OTHER_COMPETENT("法规明确由其他单位管辖", "Another unit is competent by law"),
    FACTS_UNCLEAR("事实不清，无法办理", "Facts too unclear to act on");

    private final Words words;

    ReturnGround(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
