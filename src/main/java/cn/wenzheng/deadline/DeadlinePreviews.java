package cn.wenzheng.deadline;

import cn.wenzheng.deadline.DeadlinePreview.StageDue;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.Deadlines.Start;
import cn.wenzheng.petition.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reckons a petition's limits before there is a petition, by the same tables and calendars as its real ones.
 *
 * <p>Whoever asks wants to know what would happen: for a moment in the past the limits of today count, too.
 */
@Component
class DeadlinePreviews {

    /** What a unit does by its own calendar and level; all else goes by the centre's. */
    private static final Set<Stage> OF_THE_UNIT = Set.of(Stage.SIGN_IN, Stage.HANDLING);

    private final OrganizationDesk organization;
    private final StageLimits limits;
    private final Calendars calendars;
    private final DeadlineExplanation explanation;
    private final Clock clock;

    DeadlinePreviews(
            OrganizationDesk organization,
            StageLimits limits,
            Calendars calendars,
            DeadlineExplanation explanation,
            Clock clock) {
        this.organization = organization;
        this.limits = limits;
        this.calendars = calendars;
        this.explanation = explanation;
        this.clock = clock;
    }

    DeadlinePreview of(DeadlineQuestion question) {
        Instant at = question.arrival();
        String unit = question.handlingUnit(organization);
        List<StageDue> stages = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            String holder = unit != null && OF_THE_UNIT.contains(stage) ? unit : centre();
            WorkingTime work = calendars.of(holder);
            Budget budget = limits.of(start(question, stage, holder));
            Instant due = budget.end(at, work);
            stages.add(StageDue.of(stage, due, budget.followsCalendar() && work.isProvisional(at, due)));
            if (stage == Stage.PROMISE) {
                sentences.addAll(opening(question, unit, at, (Promise) budget, work));
            }
            sentences.addAll(
                    budget instanceof Promise
                            ? List.of(explanation.stage(stage, at, budget, due))
                            : explanation.limit(stage, at, budget, due, work));
        }
        return preview(stages, sentences);
    }

    private DeadlinePreview preview(List<StageDue> stages, List<String> sentences) {
        boolean provisional = stages.stream().anyMatch(stage -> stage.provisional() != null);
        if (provisional) {
            sentences.add(explanation.provisional());
        }
        return new DeadlinePreview(stages.get(0).due(), stages, sentences, provisional ? true : null);
    }

    private List<String> opening(
            DeadlineQuestion question, @Nullable String unit, Instant at, Promise promise, WorkingTime work) {
        List<String> sentences = new ArrayList<>(explanation.promise(at, promise, work));
        if (unit != null) {
            sentences.add(explanation.unit(organization.unitName(unit)));
        }
        sentences.add(explanation.level(limits.level(start(question, Stage.HANDLING, unit == null ? centre() : unit))));
        return sentences;
    }

    private String centre() {
        return organization.centre().code();
    }

    /** A start by the limits in force at its moment, or today's when that is over. */
    private Start start(DeadlineQuestion question, Stage stage, String unit) {
        Instant now = clock.instant();
        Instant inForceAt = question.arrival().isBefore(now) ? now : question.arrival();
        return new Start(
                "", stage, unit, 1, inForceAt, question.kind(), question.urgency(), question.category(), false);
    }
}
