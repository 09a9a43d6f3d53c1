package cn.wenzheng.triage.alone;

import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Urgency;
import cn.wenzheng.triage.Guess;
import cn.wenzheng.triage.Suggestion;
import cn.wenzheng.triage.Warning;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What the city lets the system decide by itself (自动受理). A complaint, a report of wrongdoing, a danger and whatever
 * carries a warning are people's, whatever the city sets.
 *
 * @param threshold how sure it has to be of topic and unit
 * @param kinds what it may decide about
 * @param dailyCap the most petitions of a day
 * @param sampleShare which part of them a person looks at again
 * @param returnsLimit which part of those of the last days may come back from units before it stops
 * @param since what came in before is people's; null while it has never been switched on
 * @param offWhy why it has stopped by itself; null when it has not
 */
public record AloneRule(
        boolean active,
        double threshold,
        Set<PetitionKind> kinds,
        int dailyCap,
        double sampleShare,
        double returnsLimit,
        @Nullable Instant since,
        @Nullable OffWhy offWhy) {

    /** What no city can leave to the system. */
    private static final Set<PetitionKind> NEVER = EnumSet.of(PetitionKind.COMPLAINT, PetitionKind.WRONGDOING);

    /** A kind is told apart by few words; below this the words do not say it. */
    private static final double KIND_SURE = 0.6;

    private static final double LEAST_THRESHOLD = 0.5;

    private static final int MOST_A_DAY = 100_000;

    private static final int DRAWN_FROM = 10_000;

    /** The kinds that the city may choose from. */
    public static Set<PetitionKind> choosable() {
        return EnumSet.complementOf(EnumSet.copyOf(NEVER));
    }

    /**
     * The rule as somebody wants it.
     *
     * @throws Refusal when a figure is out of its range or a kind is people's
     */
    AloneRule changed(
            boolean on, double sure, List<PetitionKind> wanted, int cap, double sample, double returns, Instant at) {
        if (sure < LEAST_THRESHOLD || sure > 1) {
            throw Refusal.invalid("threshold", "alone-threshold", LEAST_THRESHOLD);
        }
        if (cap < 1 || cap > MOST_A_DAY) {
            throw Refusal.invalid("dailyCap", "alone-cap", MOST_A_DAY);
        }
        if (sample < 0 || sample > 1 || returns < 0 || returns > 1) {
            throw Refusal.invalid(sample < 0 || sample > 1 ? "sampleShare" : "returnsLimit", "alone-share");
        }
        if (wanted.stream().anyMatch(NEVER::contains)) {
            throw Refusal.invalid("kinds", "alone-kind-never");
        }
        Set<PetitionKind> chosen = EnumSet.noneOf(PetitionKind.class);
        chosen.addAll(wanted);
        return new AloneRule(on, sure, chosen, cap, sample, returns, on && !active ? at : since, null);
    }

    /**
     * Why people have to decide; empty when the system may.
     *
     * @param sureFrom the certainty from which on 97 of 100 suggestions of this version were right
     * @param same whether an earlier petition may be about the same matter
     */
    Optional<LeftWhy> leaves(Suggestion suggestion, double sureFrom, boolean same) {
        double needed = Math.max(threshold, sureFrom);
        Guess category = suggestion.category();
        if (category == null
                || category.certainty() < needed
                || suggestion.kind().certainty() < KIND_SURE) {
            return Optional.of(LeftWhy.UNSURE);
        }
        if (suggestion.urgency().value().equals(Urgency.LIFE.code())
                || suggestion.warnings().contains(Warning.DANGER)) {
            return Optional.of(LeftWhy.DANGER);
        }
        if (suggestion.scope() != null || suggestion.warnings().contains(Warning.OUT_OF_SCOPE)) {
            return Optional.of(LeftWhy.SCOPE);
        }
        return suggestion.warnings().isEmpty() ? leavesPlain(suggestion, needed, same) : Optional.of(LeftWhy.WARNED);
    }

    private Optional<LeftWhy> leavesPlain(Suggestion suggestion, double needed, boolean same) {
        if (kinds.stream()
                .noneMatch(kind -> kind.code().equals(suggestion.kind().value()))) {
            return Optional.of(LeftWhy.KIND);
        }
        Guess unit = suggestion.unit();
        if (unit == null) {
            return Optional.of(LeftWhy.NO_UNIT);
        }
        if (unit.certainty() < needed) {
            return Optional.of(LeftWhy.UNSURE);
        }
        return same ? Optional.of(LeftWhy.SAME_MATTER) : Optional.empty();
    }

    /** True for the petitions that a person looks at again: the same whoever draws and whenever. */
    boolean draws(String petition) {
        CRC32 lot = new CRC32();
        lot.update(petition.getBytes(StandardCharsets.UTF_8));
        return lot.getValue() % DRAWN_FROM < sampleShare * DRAWN_FROM;
    }
}
