package cn.wenzheng.triage.alone;

import java.time.Duration;
import java.util.Optional;

/**
 * How often units send back what the system has decided, and what people have.
 *
 * @param decided how many decisions of the system in the last days are counted
 * @param returned how many of them came back
 * @param byPeople the same of the decisions of people
 * @param returnedByPeople how many of those came back
 */
record Returns(int decided, int returned, int byPeople, int returnedByPeople) {

    /** A petition comes back days after it was given away: so long one looks back, however many were decided since. */
    static final Duration LOOKED_BACK = Duration.ofDays(14);

    /** Of fewer decisions no rate can be told. */
    private static final int FEWEST = 20;

    /** One or two may be bad luck. */
    private static final int FEWEST_RETURNED = 3;

    private static final double TIMES_PEOPLE = 2;

    /** Why the system has to stop; empty while it may go on. */
    Optional<OffWhy> tooMany(double limit) {
        if (decided < FEWEST) {
            return Optional.empty();
        }
        double rate = (double) returned / decided;
        if (rate > limit) {
            return Optional.of(OffWhy.RETURNS);
        }
        boolean comparable = byPeople >= FEWEST && returned >= FEWEST_RETURNED;
        return comparable && rate > TIMES_PEOPLE * returnedByPeople / byPeople
                ? Optional.of(OffWhy.WORSE_THAN_PEOPLE)
                : Optional.empty();
    }
}
