package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** What a petitioner wants (诉求性质). */
public enum PetitionKind implements ClosedList {
    INQUIRY("咨询", "Inquiry"),
    HELP("求助", "Request for help"),
    COMPLAINT("投诉", "Complaint"),
    WRONGDOING("举报", "Report of wrongdoing"),
    SUGGESTION("建议", "Suggestion"),
    PRAISE("表扬", "Praise"),
    OTHER("其他", "Other");

    private final Words words;

    PetitionKind(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
