package cn.wenzheng.deadline;

import cn.wenzheng.organization.ClosedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A row of the service levels and whether it counts now. */
record LevelLine(LevelLimit limit, State state) {

    /** Whether a row counts already, still or no longer. */
    enum State implements ClosedList {
        FUTURE("将生效", "Not yet in force"),
        IN_FORCE("生效中", "In force"),
        PAST("已失效", "No longer in force");

        private final Words words;

        State(String zh, String en) {
            this.words = new Words(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }

    /** The latest first: what comes, what counts, what counted. */
    static List<LevelLine> of(List<LevelLimit> limits, Instant now) {
        List<LevelLine> lines = new ArrayList<>();
        State state = State.IN_FORCE;
        for (int i = limits.size() - 1; i >= 0; i--) {
            boolean future = limits.get(i).validFrom().isAfter(now);
            lines.add(new LevelLine(limits.get(i), future ? State.FUTURE : state));
            state = future ? state : State.PAST;
        }
        return lines;
    }
}
