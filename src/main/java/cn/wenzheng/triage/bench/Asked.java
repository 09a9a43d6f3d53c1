package cn.wenzheng.triage.bench;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.petition.Urgency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as the page sends it: what stood on the screen when the key was pressed, no more.
 *
 * @param tab the page that shows the petition
 * @param reason why it is refused
 * @param note to the citizen with a refusal, to the unit with an assignment
 * @param to the petition whose matter it is attached to
 */
record Asked(
        @Nullable UUID tab,
        @Nullable String petition,
        @Nullable BenchAction action,
        @Nullable PetitionKind kind,
        @Nullable String category,
        @Nullable Urgency urgency,
        @Nullable String lead,
        @Nullable List<String> assisting,
        @Nullable Boolean mentionUnit,
        @Nullable RefusalReason reason,
        @Nullable String note,
        @Nullable String publicAnswer,
        @Nullable String question,
        @Nullable String to) {

    UUID fromTab() {
        return Limits.required("tab", tab);
    }

    String number() {
        return Limits.required("petition", petition, 30);
    }

    BenchAction decision() {
        return Limits.required("action", action);
    }

    /** What is decided at the acceptance of the petition. */
    PetitionCommand command() {
        return switch (decision()) {
            case DISPATCH -> accept();
            case REFUSE -> new PetitionCommand.Refuse(reason, note);
            case ANSWER -> new PetitionCommand.AnswerAtOnce(kind, category, publicAnswer);
            case ASK -> new PetitionCommand.AskBack(question);
            case ATTACH -> new PetitionCommand.Attach(kind, category, to);
        };
    }

    PetitionCommand.Accept accept() {
        return new PetitionCommand.Accept(kind, category, urgency, null);
    }

    PetitionCommand.Assign assign() {
        return new PetitionCommand.Assign(lead, assisting, note, mentionUnit);
    }
}
