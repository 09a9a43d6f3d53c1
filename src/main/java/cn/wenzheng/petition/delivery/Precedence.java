package cn.wenzheng.petition.delivery;

import cn.wenzheng.petition.delivery.AnswerDelivery.Occasion;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which of two messages leaves first when more of them wait than a channel takes at a time; the one that has waited longer
 * when both are of the same.
 */
public enum Precedence {
    /** Somebody has heard nothing yet, or is asked something: the promise of a first answer runs, or his own time. */
    PROMISED(10),
    USUAL(0),
    /** The same words go to all petitioners of a matter, of whom there may be thousands. */
    TO_MANY(-10);

    private static final Set<Occasion> PROMISES =
            EnumSet.of(Occasion.FIRST_ANSWER, Occasion.REFUSAL, Occasion.QUESTION);

    private final int priority;

    Precedence(int priority) {
        this.priority = priority;
    }

    /**
     * @param first true when the petitioner has heard nothing before
     * @param matter true when it goes to the petitioners of a matter
     */
    public static Precedence of(Occasion occasion, boolean first, boolean matter) {
        if (first || PROMISES.contains(occasion)) {
            return PROMISED;
        }
        return matter ? TO_MANY : USUAL;
    }

    /** The greater, the sooner; what began before there were any has 0. */
    public int priority() {
        return priority;
    }
}
