package cn.wenzheng.deadline;

import cn.wenzheng.organization.ClosedList;

/** How fast a petition has to be dealt with; source: the domain reference, default service levels. */
public enum ServiceLevel implements ClosedList {
    LIFE("危及生命", "Danger to life"),
    SUPPLY("水电气热", "Water, power, gas, heating"),
    URGENT("紧急突发", "Urgent"),
    INQUIRY("咨询", "Inquiry"),
    /** Also counts for what is not known yet: every petition arrives on it. */
    NORMAL("一般诉求", "Ordinary"),
    /** Difficult, on approval by the centre. */
    COMPLEX("疑难复杂", "Complex"),
    /** Land, demolition and problems of old, kept on the books (挂账). */
    LONG("挂账办理", "Long-term");

    private final Words words;

    ServiceLevel(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
