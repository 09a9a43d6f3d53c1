package cn.wenzheng.petition.matter;

import cn.wenzheng.organization.ClosedList;

/** Why a petition belongs to its matter no longer. */
public enum Leaving implements ClosedList {
    SPLIT_OFF("已分出", "Split off"),
    WITHDRAWN("已撤单", "Withdrawn"),
    WENT_ON_ALONE("单独重办", "Goes on alone");

    private final Words words;

    Leaving(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
