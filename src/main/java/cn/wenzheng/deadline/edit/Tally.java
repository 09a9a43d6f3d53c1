package cn.wenzheng.deadline.edit;

import cn.wenzheng.deadline.MovedLimit;
import cn.wenzheng.deadline.MovedTerm;
import java.time.Instant;
import java.util.List;

/** How many limits and terms of slips get later, get earlier, and are missed no more. */
record Tally(int later, int earlier, int undone) {

    static Tally of(List<MovedLimit> moved, Instant now) {
        return new Tally(
                (int) moved.stream().filter(MovedLimit::isLater).count(),
                (int) moved.stream().filter(MovedLimit::isEarlier).count(),
                (int) moved.stream().filter(limit -> limit.undoesBreach(now)).count());
    }

    static Tally of(List<MovedTerm> moved) {
        return new Tally(
                (int) moved.stream().filter(MovedTerm::isLater).count(),
                (int) moved.stream().filter(MovedTerm::isEarlier).count(),
                0);
    }
}
