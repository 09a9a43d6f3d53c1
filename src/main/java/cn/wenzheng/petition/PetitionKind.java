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

    private final String zh;
    private final String en;

    PetitionKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return name().toLowerCase().replace('_', '-');
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
