package cn.wenzheng.triage.answer;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Term;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.triage.AnswerKind;
import cn.wenzheng.triage.AnswerTemplate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A prepared answer as somebody writes it.
 *
 * @param code letters, digits and hyphens; it stays when the answer changes
 * @param reason for a refusal only
 * @param category a leaf or a branch; left out, it fits every topic
 * @param text with the gaps {number} and {unit}
 * @param source required for a piece of knowledge
 * @param validUntil the last day on which it is right
 * @param reviewOn the day on which somebody has to look at it again
 * @param active left out, it is used
 */
record AnswerAsked(
        @Nullable String code,
        @Nullable AnswerKind kind,
        @Nullable RefusalReason reason,
        @Nullable String category,
        @Nullable String title,
        @Nullable String text,
        @Nullable String source,
        @Nullable String validUntil,
        @Nullable String reviewOn,
        @Nullable Boolean active) {

    private static final int CODE = 20;
    private static final int TITLE = 100;
    private static final int TEXT = 2000;
    private static final int SOURCE = 200;
    private static final Pattern STRAY = Pattern.compile("[{}]");

    AnswerAsked about(String named) {
        return new AnswerAsked(named, kind, reason, category, title, text, source, validUntil, reviewOn, active);
    }

    AnswerTemplate template() {
        String named = Limits.required("code", code, CODE);
        if (!named.matches("[A-Za-z0-9-]+")) {
            throw Refusal.invalid("code", "answer-code-malformed");
        }
        AnswerKind wanted = Limits.required("kind", kind);
        return new AnswerTemplate(
                named,
                wanted,
                reason(wanted),
                Limits.optional("category", category, CODE),
                Limits.required("title", title, TITLE),
                words(),
                wanted == AnswerKind.KNOWLEDGE
                        ? Limits.required("source", source, SOURCE)
                        : Limits.optional("source", source, SOURCE),
                Term.day("validUntil", validUntil),
                Term.day("reviewOn", reviewOn),
                !Boolean.FALSE.equals(active));
    }

    private @Nullable RefusalReason reason(AnswerKind wanted) {
        if (wanted == AnswerKind.REFUSAL) {
            return Limits.required("reason", reason);
        }
        if (reason != null) {
            throw Refusal.invalid("reason", "answer-reason-without-refusal");
        }
        return null;
    }

    /** A gap that nobody can fill would reach a citizen as it is typed. */
    private String words() {
        String typed = Limits.required("text", text, TEXT);
        String plain = typed;
        for (String gap : AnswerTemplate.GAPS) {
            plain = plain.replace("{" + gap + "}", "");
        }
        if (STRAY.matcher(plain).find()) {
            throw Refusal.invalid("text", "answer-gap-unknown");
        }
        return typed;
    }
}
