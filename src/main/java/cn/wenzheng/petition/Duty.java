package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** The part a unit has in a petition. */
public enum Duty implements ClosedList {
    LEAD("主办", "Lead"),
    ASSIST("协办", "Assisting");

    private final Words words;

    Duty(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
