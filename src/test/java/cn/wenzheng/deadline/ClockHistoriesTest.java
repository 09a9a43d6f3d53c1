package cn.wenzheng.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * Histories of clocks by chance (dispatch, pause, resume, extension, another level, calendar edit, hand-over, crash), each
 * counted by the room and by a model that knows nothing of it but the calendar's rows.
 */
class ClockHistoriesTest {

    private static final LadderPoints POINTS = ClockStateTest.points();
    private static final List<String> BUDGETS =
            List.of("days 1/2", "days 1/1", "days 5/1", "days 15/1", "elapsed 7200", "elapsed 86400", "promise 28800");
    private static final int STEPS = 8;

    @Property(tries = 10_000)
    void everyHistoryEndsWhereTheModelEnds(@ForAll long seed) {
        Random chance = new Random(seed);
        Rows calendar = new Rows(chance);
        Instant at = City.at("2026-03-02 00:00").plusSeconds(chance.nextInt(14 * 86_400));
        String budget = BUDGETS.get(chance.nextInt(BUDGETS.size()));
        ClockState clock = ClockState.started(at, Budget.read(budget), null);
        Model model = new Model(at, budget, calendar);
        Instant due = due(clock, calendar);
        assertThat(due).isEqualTo(model.due());
        for (int step = 0; step < STEPS; step++) {
            at = at.plusSeconds(1 + chance.nextInt(chance.nextBoolean() ? 7_200 : 5 * 86_400));
            clock = step(clock, model, at, chance, calendar).movedAt(at, due);
            model.movedAt(at);
            due = due(clock, calendar);
            assertThat(due).as("after step %s at %s", step, at).isEqualTo(model.due());
        }
        Instant half = clock.project(calendar, POINTS).urgeAt();
        assertThat(half).isBetween(clock.startedAt(), due);
        assertThat(clock.project(calendar, POINTS).remindAt()).isBetween(half, due);
    }

    private static ClockState step(ClockState clock, Model model, Instant at, Random chance, Rows calendar) {
        boolean stands = !clock.pauses().areOverBy(at);
        return switch (chance.nextInt(6)) {
            case 0 -> {
                Instant until = at.plusSeconds(1 + chance.nextInt(20 * 86_400));
                if (!stands) {
                    model.pauses.add(new Instant[] {at, until});
                }
                yield stands ? clock : clock.paused(at, until);
            }
            case 1 -> {
                if (stands) {
                    model.pauses.get(model.pauses.size() - 1)[1] = at;
                }
                yield clock.resumed(at);
            }
            case 2 -> {
                model.granted += 3;
                yield clock.extended(3);
            }
            case 3 -> {
                model.budget = BUDGETS.get(chance.nextInt(BUDGETS.size()));
                yield clock.onLevel(Budget.read(model.budget), "OTHER");
            }
            case 4 -> {
                calendar.edit(chance);
                yield clock;
            }
            // Handed over, or read back from its row after a crash.
            default ->
                new ClockState(
                        clock.startedAt(),
                        Budget.read(clock.budget().written()),
                        clock.level(),
                        clock.extendedDays(),
                        new Pauses(clock.pauses().all()),
                        clock.notBefore());
        };
    }

    private static Instant due(ClockState clock, Rows calendar) {
        return clock.project(calendar, POINTS).dueAt();
    }

    /** The model: stretch by stretch between all instants at which anything begins or ends, in units of 1/604,800 day. */
    private static final class Model {

        private static final long DAY = 604_800;

        private final Instant start;
        private final Rows calendar;
        private final List<Instant[]> pauses = new ArrayList<>();
        private String budget;
        private long granted;
        private @Nullable Instant floor;

        Model(Instant start, String budget, Rows calendar) {
            this.start = start;
            this.budget = budget;
            this.calendar = calendar;
            last = due();
        }

        private Instant last;

        void movedAt(Instant at) {
            floor = last.isAfter(at) ? at : floor;
            last = due();
        }

        Instant due() {
            Instant counted = counted();
            return floor != null && floor.isAfter(counted) ? floor : counted;
        }

        private Instant counted() {
            String[] words = budget.split("[ /]");
            long left = Long.parseLong(words[1]);
            if (words[0].equals("days")) {
                left = left * DAY / Long.parseLong(words[2]) + granted * DAY;
            }
            TreeSet<Instant> ends = new TreeSet<>();
            pauses.forEach(pause -> ends.addAll(List.of(pause)));
            Instant at = start;
            for (LocalDate day = LocalDate.ofInstant(start, City.ZONE); ; day = day.plusDays(1)) {
                calendar.workOn(day).forEach(span -> ends.addAll(List.of(span.from(), span.to())));
                ends.add(day.plusDays(1).atStartOfDay(City.ZONE).toInstant());
                for (Instant end = ends.higher(at); end != null; end = ends.higher(at)) {
                    long rate = rate(words[0], day, at);
                    long seconds = end.getEpochSecond() - at.getEpochSecond();
                    if (rate > 0 && left <= rate * seconds) {
                        return at.plusSeconds((left + rate - 1) / rate);
                    }
                    left -= rate * seconds;
                    at = end;
                    if (!at.isBefore(day.plusDays(1).atStartOfDay(City.ZONE).toInstant())) {
                        break;
                    }
                }
            }
        }

        /** How much a second from an instant on uses up. */
        private long rate(String kind, LocalDate day, Instant at) {
            for (Instant[] pause : pauses) {
                if (!at.isBefore(pause[0]) && at.isBefore(pause[1])) {
                    return 0;
                }
            }
            List<Span> work = calendar.workOn(day);
            boolean working = work.stream().anyMatch(span -> !at.isBefore(span.from()) && at.isBefore(span.to()));
            long length =
                    work.stream().mapToLong(span -> span.length().toSeconds()).sum();
            return switch (kind) {
                case "elapsed" -> 1;
                case "promise" -> working ? 8 : 1;
                default -> working ? DAY / length : 0;
            };
        }
    }

    /** A calendar by chance: days of seven, eight, three or no hours; the rows are all that both sides share. */
    private static final class Rows implements WorkingTime {

        private static final int[][][] DAYS = {{{9, 12}, {14, 18}}, {{8, 12}, {14, 18}}, {{9, 12}}, {}};

        private final Map<LocalDate, int[][]> edited = new HashMap<>();

        Rows(Random chance) {
            for (int edit = chance.nextInt(20); edit > 0; edit--) {
                edit(chance);
            }
        }

        void edit(Random chance) {
            edited.put(LocalDate.of(2026, 3, 1).plusDays(chance.nextInt(60)), DAYS[chance.nextInt(DAYS.length)]);
        }

        @Override
        public ZoneId zone() {
            return City.ZONE;
        }

        @Override
        public boolean isPlanned(int year) {
            return true;
        }

        @Override
        public List<Span> workOn(LocalDate day) {
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            List<Span> work = new ArrayList<>();
            for (int[] hours : edited.getOrDefault(day, DAYS[weekend ? 3 : 0])) {
                work.add(new Span(
                        day.atTime(hours[0], 0).atZone(City.ZONE).toInstant(),
                        day.atTime(hours[1], 0).atZone(City.ZONE).toInstant(),
                        true));
            }
            return work;
        }
    }
}
