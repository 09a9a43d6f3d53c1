package cn.wenzheng.triage.bench;

import cn.wenzheng.organization.ClosedList;

/** What an operator decides at the bench. */
enum BenchAction implements ClosedList {
    DISPATCH("受理并派单", "Accept and assign"),
    REFUSE("不予受理", "Refuse"),
    ANSWER("直接答复", "Answer at once"),
    ASK("请诉求人补充", "Ask the petitioner"),
    ATTACH("并入事项", "Attach to a matter");

    private final Words words;

    BenchAction(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
