package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** How a petition belongs to an earlier one (续报). */
public enum FollowUp implements ClosedList {
    /** The same person has another petition in hand. */
    POSSIBLE("可能是续报", "Possibly a follow-up"),
    /** It names an earlier one that is over. */
    NAMED("提到此前诉求", "Names an earlier one"),
    /** Its words have gone to the earlier one. */
    JOINED("已并入", "Joined"),
    /** Somebody has looked: it is a matter of its own. */
    SEPARATE("另案处理", "A matter of its own");

    private final Words words;

    FollowUp(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
