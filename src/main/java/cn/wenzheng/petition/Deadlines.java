package cn.wenzheng.petition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Until when something has to be done; kept by room {@code deadline}, whose rows are the truth for timers and tasks. */
public interface Deadlines {

    /**
     * What a limit is computed from.
     *
     * @param unit the unit that has to act; the centre's code for its own stages
     * @param round 1 for the first time, one more for each rework
     * @param backlog true for petitions taken in from an older system: they carry no promise
     * @param complex true when the centre holds it for difficult (疑难)
     */
    record Start(
            String petition,
            Stage stage,
            String unit,
            int round,
            Instant at,
            @Nullable PetitionKind kind,
            @Nullable Urgency urgency,
            @Nullable String category,
            boolean backlog,
            boolean complex) {

        public Start(
                String petition,
                Stage stage,
                String unit,
                int round,
                Instant at,
                @Nullable PetitionKind kind,
                @Nullable Urgency urgency,
                @Nullable String category,
                boolean backlog) {
            this(petition, stage, unit, round, at, kind, urgency, category, backlog, false);
        }
    }

    /**
     * One running or ended limit.
     *
     * @param urgeAt when half of the limit is used up
     * @param remindAt when four fifths of the limit are used up
     * @param provisional true while the limit runs through a year whose holidays are not announced yet
     * @param endedAt when the stage was done; null while it runs
     */
    record Limit(
            String petition,
            Stage stage,
            String unit,
            int round,
            Instant startedAt,
            Instant urgeAt,
            Instant remindAt,
            Instant dueAt,
            boolean provisional,
            @Nullable Instant endedAt) {}

    /**
     * A limit of a petition and, while it runs, how it comes about.
     *
     * @param why sentence by sentence, in the reader's language; empty for a limit that has ended
     */
    record Explained(Limit limit, List<String> why) {}

    /** Starts limits, in the caller's transaction; the same petition, stage, unit and round twice is an error. */
    Collection<Limit> start(Collection<Start> starts);

    /** Ends the running limits of a stage; of one unit only, when it is given. Ending what has ended does nothing. */
    default void end(String petition, Stage stage, @Nullable String unit, Instant at) {
        end(petition, Set.of(stage), unit, at);
    }

    /** Ends the running limits of several stages. */
    void end(String petition, Set<Stage> stages, @Nullable String unit, Instant at);

    /** Ends every running limit of a petition that is over. */
    void endAll(String petition, Instant at);

    /** Every limit a petition ever had, in the order of their starts; one statement. */
    List<Explained> explained(String petition);

    /** The running limit of a stage and unit. */
    Optional<Limit> running(String petition, Stage stage, String unit);

    /** Reads what runs of these petitions at once, for whoever asks in the rest of the caller's transaction. */
    void recall(Collection<String> petitions);

    /** True when a stretch of the city's time touches a year whose holidays are not announced yet: it may still move. */
    boolean isProvisional(Instant from, Instant until);
}
