package cn.wenzheng.supervision;

/** The tasks of a slip's process, under the names the diagram uses. */
public enum SlipTask {
    ANSWER_SLIP("AnswerSlip"),
    FOLLOW_SLIP("FollowSlip"),
    RULE_ON_SLIP("RuleOnSlip");

    private final String word;

    SlipTask(String word) {
        this.word = word;
    }

    /** The word in the diagram, for example {@code AnswerSlip}. */
    public String word() {
        return word;
    }
}
