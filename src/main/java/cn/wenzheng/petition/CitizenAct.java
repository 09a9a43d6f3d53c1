package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** What a petitioner can do on his page. */
public enum CitizenAct implements ClosedList {
    ADD("补充", "Add"),
    OBJECT("提出异议", "Object"),
    URGE("催单", "Urge"),
    RATE("评价", "Rate"),
    WITHDRAW("撤单", "Withdraw");

    private final Words words;

    CitizenAct(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
