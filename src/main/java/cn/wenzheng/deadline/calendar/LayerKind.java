package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.ClosedList;

/** For whom a calendar speaks, from the widest to the nearest; a layer stands below one of a wider kind. */
public enum LayerKind implements ClosedList {
    /** The country; its plans say which years are known. */
    NATIONAL("全国", "National"),
    /** A province or autonomous region. */
    REGIONAL("自治区、省", "Regional"),
    /** The city: the calendar of everybody who has no other. */
    CITY("全市", "City"),
    /** A kind of workplace, for example a hospital or a desk that is on duty day and night. */
    UNIT("单位", "Units");

    private final Words words;

    LayerKind(String zh, String en) {
        this.words = new Words(zh, en);
    }

    /** There is one country and one city. */
    public boolean isSingle() {
        return this == NATIONAL || this == CITY;
    }

    @Override
    public Words words() {
        return words;
    }
}
