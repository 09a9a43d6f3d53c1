package cn.wenzheng.triage;

import cn.wenzheng.organization.ClosedList;

/** What a prepared answer is for. */
public enum AnswerKind implements ClosedList {
    FIRST_ANSWER("首次答复", "First answer"),
    REFUSAL("不予受理", "Refusal"),
    ASK_BACK("请诉求人补充", "Question to the citizen"),
    KNOWLEDGE("直接答复（知识库）", "Answer at once (knowledge base)");

    private final Words words;

    AnswerKind(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
