package cn.wenzheng.petition.web;

import cn.wenzheng.petition.PetitionStatus;
import java.util.List;
import java.util.stream.IntStream;

/** The life of a petition as the citizen sees it: a line of five. */
final class StageLine {

    private static final int FIVE = 5;

    /**
     * One of the five.
     *
     * @param place 1 to 5; its name is the message {@code page.stage.<place>}
     * @param current true for the one that is being worked on
     */
    record Step(int place, boolean passed, boolean current) {}

    private StageLine() {}

    static List<Step> of(PetitionStatus status) {
        int passed = switch (status) {
            case RECEIVED, WAITING_FOR_PETITIONER, REFUSED, WITHDRAWN -> 1;
            case ACCEPTED, ASSIGNED, REDO, PAUSED -> 2;
            case HANDLED -> 3;
            case REVIEWED -> 4;
            case CLOSED -> FIVE;
        };
        boolean over = isOver(status);
        return IntStream.rangeClosed(1, FIVE)
                .mapToObj(place -> new Step(place, place <= passed, !over && place == passed + 1))
                .toList();
    }

    private static boolean isOver(PetitionStatus status) {
        return switch (status) {
            case CLOSED, REFUSED, WITHDRAWN -> true;
            default -> false;
        };
    }
}
