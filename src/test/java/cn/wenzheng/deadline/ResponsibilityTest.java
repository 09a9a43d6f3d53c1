package cn.wenzheng.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.deadline.Responsibility.Step;
import cn.wenzheng.deadline.Responsibility.Turn;
import cn.wenzheng.deadline.ResponsibilityRows.Beside;
import cn.wenzheng.deadline.ResponsibilityRows.Life;
import cn.wenzheng.petition.MinuteOwner;
import cn.wenzheng.petition.PetitionMinutes.Share;
import cn.wenzheng.petition.PetitionMinutes.Shares;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whose every minute is: by hand, and for random lives against asking minute by minute. */
class ResponsibilityTest {

    private static final Instant RECEIVED = City.at("2026-03-10 10:00:00");
    private static final String LIGHTING = "0106";
    private static final String ROADS = "0113";

    private final List<Step> steps = new ArrayList<>();

    @Example
    void countsFromTheDispatchToTheAnswer() {
        then("10:20:00", Turn.DISPATCHED, LIGHTING);
        then("14:20:00", Turn.ANSWERED, LIGHTING);
        assertThat(sharesAt("15:00:00"))
                .isEqualTo(new Shares(
                        300,
                        List.of(centre(60, 60), new Share(MinuteOwner.UNIT, LIGHTING, 240, 120, true)),
                        List.of()));
    }

    @Example
    void cutsTheMinuteOfAStepWhereThePetitionsOwnMinuteEnds() {
        then("10:00:59", Turn.DISPATCHED, LIGHTING);
        then("10:02:01", Turn.ANSWERED, LIGHTING);
        assertThat(sharesAt("10:02:59").parts()).containsExactly(centre(0, 0), lead(LIGHTING, 2, true));
    }

    @Example
    void showsAnAgreedReturnAndDoesNotChargeIt() {
        then("10:10:00", Turn.DISPATCHED, LIGHTING);
        then("10:40:00", Turn.RETURNED, LIGHTING);
        assertThat(sharesAt("10:50:00").parts()).containsExactly(centre(20, 20), lead(LIGHTING, 30, true));
        then("10:50:00", Turn.DISPATCHED, ROADS);
        assertThat(sharesAt("11:00:00").parts())
                .containsExactly(centre(20, 20), lead(LIGHTING, 30, false), lead(ROADS, 10, true));
    }

    @Example
    void chargesAReturnThatTheCentreDidNotAgreeTo() {
        then("10:10:00", Turn.DISPATCHED, LIGHTING);
        then("10:40:00", Turn.RETURNED, LIGHTING);
        then("10:45:00", Turn.DISPATCHED, LIGHTING);
        assertThat(sharesAt("11:00:00").parts()).containsExactly(centre(15, 15), lead(LIGHTING, 45, true));
    }

    @Example
    void chargesTheUnitThatTheRulingNamesForWhatItHadReturned() {
        then("10:00:00", Turn.DISPATCHED, LIGHTING);
        then("10:10:00", Turn.RETURNED, LIGHTING);
        then("10:10:00", Turn.DISPATCHED, ROADS);
        then("10:30:00", Turn.RETURNED, ROADS);
        then("10:40:00", Turn.RULED, LIGHTING);
        assertThat(sharesAt("11:00:00").parts())
                .containsExactly(lead(LIGHTING, 30, true), lead(ROADS, 20, false), centre(10, 10));
    }

    @Example
    void leavesToTheUnitWhatItHadAnsweredBeforeItReturned() {
        then("10:00:00", Turn.DISPATCHED, LIGHTING);
        then("10:10:00", Turn.ANSWERED, LIGHTING);
        then("10:20:00", Turn.DISPATCHED, LIGHTING);
        then("10:50:00", Turn.RETURNED, LIGHTING);
        then("10:50:00", Turn.DISPATCHED, ROADS);
        assertThat(sharesAt("11:00:00").parts())
                .containsExactly(
                        lead(LIGHTING, 10, true), centre(10, 10), lead(LIGHTING, 30, false), lead(ROADS, 10, true));
    }

    @Example
    void givesThePausesToThePetitionerOrTheCentre() {
        then("10:00:00", Turn.DISPATCHED, LIGHTING);
        then("10:10:00", Turn.WAITING, null);
        then("10:30:00", Turn.RESUMED, null);
        then("10:35:00", Turn.HALTED, null);
        then("10:40:00", Turn.RESUMED, null);
        assertThat(sharesAt("11:00:00").parts())
                .containsExactly(
                        lead(LIGHTING, 35, true), new Share(MinuteOwner.PETITIONER, null, 20, 20, true), centre(5, 5));
    }

    @Example
    void keepsAssistingUnitsBesideTheLine() {
        then("10:10:00", Turn.DISPATCHED, LIGHTING);
        then("10:20:00", Turn.ANSWERED, ROADS);
        Beside done = new Beside(ROADS, City.at("2026-03-10 10:10:00"), City.at("2026-03-10 10:20:00"));
        Beside open = new Beside("0111", City.at("2026-03-10 10:10:00"), null);
        Life life = new Life("WZ", RECEIVED, null, steps, List.of(done, open));
        Shares shares = count(City.at("2026-03-10 11:00:00")).shares(life);
        assertThat(shares.parts()).containsExactly(centre(10, 10), lead(LIGHTING, 50, true));
        assertThat(shares.beside()).extracting(beside -> beside.minutes()).containsExactly(10L, 50L);
    }

    @Property(tries = 300)
    void addsUpToTheAgeAndGivesEachMinuteToWhoHasItAtItsEnd(@ForAll @Size(max = 25) List<@From("acts") Act> acts) {
        Instant end = live(acts);
        Life life = new Life("WZ", RECEIVED, end, steps, List.of());
        Shares shares = count(end.plusSeconds(86_400)).shares(life);
        assertThat(shares.age()).isEqualTo(Duration.between(RECEIVED, end).toMinutes());
        assertThat(shares.parts().stream().mapToLong(Share::minutes).sum()).isEqualTo(shares.age());
        assertThat(shares.parts()).allMatch(part -> part.minutes() >= 0 && part.workingMinutes() >= 0);
        assertThat(shares.parts()).allMatch(part -> part.workingMinutes() <= part.minutes() + 1);
        assertThat(shares.parts().stream().mapToLong(Share::workingMinutes).sum())
                .isEqualTo(workingSeconds(end) / 60);
        assertThat(byName(shares)).isEqualTo(askedMinuteByMinute(shares.age()));
    }

    /** Something that may happen after a while; what a petition's state does not allow then does not happen. */
    record Act(long seconds, Turn turn, String unit) {}

    @Provide
    Arbitrary<Act> acts() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 3_000),
                        Arbitraries.of(Turn.class),
                        Arbitraries.of(LIGHTING, ROADS, "0111"))
                .as(Act::new);
    }

    private Instant live(List<Act> acts) {
        steps.clear();
        Instant at = RECEIVED;
        String holder = null;
        boolean still = false;
        for (Act act : acts) {
            at = at.plusSeconds(act.seconds());
            boolean gives = act.turn() == Turn.DISPATCHED || act.turn() == Turn.RULED && holder == null;
            boolean ends = act.turn() == Turn.RETURNED || act.turn() == Turn.ANSWERED;
            boolean stops = (act.turn() == Turn.WAITING || act.turn() == Turn.HALTED) && holder != null && !still;
            if (!still && (gives || ends) || stops || still && act.turn() == Turn.RESUMED) {
                steps.add(new Step(at, act.turn(), act.unit()));
                still = stops;
                holder = gives ? act.unit() : ends && act.unit().equals(holder) ? null : holder;
            }
        }
        return at.plusSeconds(59);
    }

    private static Map<String, Long> byName(Shares shares) {
        Map<String, Long> minutes = new TreeMap<>();
        shares.parts().stream()
                .filter(part -> part.minutes() > 0)
                .forEach(part -> minutes.put(name(part.owner(), part.unit(), part.charged()), part.minutes()));
        return minutes;
    }

    private Map<String, Long> askedMinuteByMinute(long age) {
        Map<String, Long> minutes = new TreeMap<>();
        for (long minute = 1; minute <= age; minute++) {
            minutes.merge(whose(RECEIVED.plusSeconds(minute * 60)), 1L, Long::sum);
        }
        return minutes;
    }

    /** Goes through the whole life for one minute. */
    private String whose(Instant mark) {
        String holder = null;
        MinuteOwner instead = null;
        for (Step step : steps) {
            if (!step.at().isBefore(mark)) {
                break;
            }
            boolean mine = step.unit() != null && step.unit().equals(holder);
            switch (step.turn()) {
                case DISPATCHED, RULED -> holder = step.unit();
                case RETURNED, ANSWERED -> holder = mine ? null : holder;
                case WAITING -> instead = MinuteOwner.PETITIONER;
                case HALTED -> instead = MinuteOwner.CENTRE;
                case RESUMED -> instead = null;
            }
        }
        if (instead != null) {
            return name(instead, null, true);
        }
        return holder == null
                ? name(MinuteOwner.CENTRE, null, true)
                : name(MinuteOwner.UNIT, holder, isCharged(mark, holder));
    }

    private boolean isCharged(Instant mark, String unit) {
        List<Step> later =
                steps.stream().filter(step -> !step.at().isBefore(mark)).toList();
        boolean named = later.stream().anyMatch(step -> step.turn() == Turn.RULED && unit.equals(step.unit()));
        List<Step> turns = later.stream()
                .filter(step -> step.turn() == Turn.DISPATCHED
                        || step.turn() == Turn.RULED
                        || unit.equals(step.unit()) && (step.turn() == Turn.RETURNED || step.turn() == Turn.ANSWERED))
                .toList();
        boolean returned = !turns.isEmpty() && turns.get(0).turn() == Turn.RETURNED;
        String next = turns.stream()
                .skip(1)
                .filter(step -> step.turn() == Turn.DISPATCHED || step.turn() == Turn.RULED)
                .map(Step::unit)
                .findFirst()
                .orElse(unit);
        return named || !returned || next.equals(unit);
    }

    private static long workingSeconds(Instant end) {
        long seconds = 0;
        for (Instant at = RECEIVED; at.isBefore(end); at = at.plusSeconds(1)) {
            LocalDateTime local = LocalDateTime.ofInstant(at, City.ZONE);
            int hour = local.getHour();
            boolean open = hour >= 9 && hour < 12 || hour >= 14 && hour < 18;
            seconds += open && local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 ? 1 : 0;
        }
        return seconds;
    }

    private void then(String time, Turn turn, @Nullable String unit) {
        steps.add(new Step(City.at("2026-03-10 " + time), turn, unit));
    }

    private Shares sharesAt(String time) {
        return count(City.at("2026-03-10 " + time)).shares(new Life("WZ", RECEIVED, null, steps, List.of()));
    }

    private static MinuteCount count(Instant now) {
        return new MinuteCount(unit -> City.PLAIN_WEEK, "0000", RECEIVED, now);
    }

    private static Share centre(long minutes, long working) {
        return new Share(MinuteOwner.CENTRE, null, minutes, working, true);
    }

    private static Share lead(String unit, long minutes, boolean charged) {
        return new Share(MinuteOwner.UNIT, unit, minutes, minutes, charged);
    }

    private static String name(MinuteOwner owner, @Nullable String unit, boolean charged) {
        return owner + " " + unit + " " + charged;
    }
}
