package cn.wenzheng.triage.matter;

import cn.wenzheng.triage.matter.SignatureRows.Candidate;
import cn.wenzheng.triage.matter.SignatureRows.Found;
import cn.wenzheng.triage.matter.SignatureRows.Spoken;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares one petition with the earlier ones that its keys find. */
@Component
class Comparison {

    /** More suggestions than these nobody reads. */
    private static final int SUGGESTIONS = 5;

    /** From here on posts that wait are one line on the bench. */
    private static final double STORM = 0.9;

    private final SignatureRows rows;
    private final CityWords words;
    private final MatterSettings settings;
    private final Clock clock;

    Comparison(SignatureRows rows, CityWords words, MatterSettings settings, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    private record Scored(Candidate candidate, double certainty) {

        String storm() {
            return candidate.storm();
        }
    }

    /**
     * What was found.
     *
     * @param storm the first of the petitions not over yet that say the same; the petition itself when there is none
     * @param repeated the earlier petitions in hand that say the same word for word, the newest first
     */
    record Result(int[] keys, String storm, List<Found> nearest, List<Spoken> repeated) {}

    Result of(Spoken petition) {
        Commonness commonness = words.commonness();
        Portrait portrait = Portrait.of(petition.said(), commonness);
        int[] asked = Signature.asked(portrait, commonness);
        Instant closedSince = clock.instant().minus(settings.closedFor());
        List<Scored> scored = rows.candidates(petition.number(), asked, closedSince).stream()
                .map(candidate -> scored(portrait, candidate, commonness))
                .filter(found -> found.certainty() >= Likeness.SUGGESTED)
                .sorted(Comparator.comparingDouble(Scored::certainty).reversed())
                .toList();
        return new Result(
                Signature.of(portrait),
                storm(petition, scored),
                scored.stream()
                        .limit(SUGGESTIONS)
                        .map(one -> found(petition, one, commonness))
                        .toList(),
                repeated(petition, scored));
    }

    private static Scored scored(Portrait portrait, Candidate candidate, Commonness commonness) {
        Portrait earlier = Portrait.of(candidate.spoken().said(), commonness);
        return new Scored(candidate, Likeness.certainty(portrait, earlier, commonness));
    }

    private static Found found(Spoken petition, Scored one, Commonness commonness) {
        Spoken earlier = one.candidate().spoken();
        return new Found(
                earlier.number(), one.certainty(), SharedWords.of(petition.redacted(), earlier.redacted(), commonness));
    }

    /**
     * Alike as a whole: one post that stands between two storms does not make them one. What of a storm is in somebody's
     * hands already counts, too: else it would fall apart once its first posts are decided.
     */
    private static String storm(Spoken petition, List<Scored> scored) {
        Map<String, Double> means = scored.stream()
                .filter(one -> !one.candidate().spoken().isOver())
                .collect(Collectors.groupingBy(Scored::storm, Collectors.averagingDouble(Scored::certainty)));
        return means.entrySet().stream()
                .filter(storm -> storm.getValue() >= STORM)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(petition.number());
    }

    private static List<Spoken> repeated(Spoken petition, List<Scored> scored) {
        return scored.stream()
                .map(one -> one.candidate().spoken())
                .filter(earlier -> !earlier.isOver() && earlier.said().repeats(petition.said()))
                .sorted(Comparator.comparing(Spoken::number).reversed())
                .toList();
    }
}
