package cn.wenzheng.triage.answer;

import cn.wenzheng.triage.AnswerKind;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Which prepared answers somebody looks for. */
record AnswerSearch(
        @Nullable AnswerKind kind,

        @Parameter(
                description = "诉求内容：它自己的、上级的和通用的 · A topic: answers for it, for the topics above it, for every topic")
        @Nullable
        String category,

        @Parameter(description = "词语，用空格隔开 · Words that all have to stand in code, title or text") @Nullable
        String q,

        @Parameter(description = "只要现在能用的 · Only those that may be sent today") @Nullable
        Boolean usable,

        @Parameter(description = "只要该复核的 · Only those that somebody has to look at") @Nullable
        Boolean due,

        @Nullable Integer page,
        @Nullable Integer size) {

    AnswerSearch {
        category = category == null || category.isBlank() ? null : category.strip();
    }

    public boolean onlyUsable() {
        return Boolean.TRUE.equals(usable);
    }

    public boolean onlyDue() {
        return Boolean.TRUE.equals(due);
    }
}
