package cn.wenzheng.triage.bench;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.triage.bench.BenchDecisions.Figure;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The bench as a page, and what an operator has done at it; the supervision office sees the team's sums, nobody a ranking. */
@Controller
class BenchPage {

    private static final List<Integer> PERIODS = List.of(1, 7, 30);

    private final BenchDecisions decisions;
    private final BenchWords words;
    private final CurrentActor current;
    private final Clock clock;

    BenchPage(BenchDecisions decisions, BenchWords words, CurrentActor current, Clock clock) {
        this.decisions = decisions;
        this.words = words;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/bench")
    ModelAndView bench() {
        if (!current.get().has(Role.OPERATOR)) {
            throw Refusal.forbidden("role-never-may");
        }
        return new ModelAndView("triage/bench")
                .addObject("tab", UUID.randomUUID())
                .addObject("keys", BenchWords.KEYS)
                .addObject("say", words.all());
    }

    @GetMapping("/bench/figures")
    ModelAndView figures(
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable String of) {
        Actor actor = current.get();
        if (!actor.hasAny(Role.OPERATOR, Role.SUPERVISOR)) {
            throw Refusal.forbidden("role-never-may");
        }
        String operator = actor.has(Role.OPERATOR) ? actor.id() : null;
        Map<Integer, BenchDecisions.Figures> figures = new LinkedHashMap<>();
        PERIODS.forEach(period -> figures.put(period, decisions.figures(operator, since(period))));
        Optional<Figure> listed = figure(of);
        int period = days != null && PERIODS.contains(days) ? days : 1;
        return new ModelAndView("triage/figures")
                .addObject("own", operator != null)
                .addObject("figures", figures)
                .addObject("days", period)
                .addObject("of", listed.map(BenchPage::code).orElse(null))
                .addObject(
                        "listed",
                        listed.map(figure -> decisions.listed(figure, operator, since(period)))
                                .orElse(null));
    }

    private static Optional<Figure> figure(@Nullable String code) {
        return Arrays.stream(Figure.values())
                .filter(figure -> code(figure).equals(code))
                .findFirst();
    }

    private static String code(Figure figure) {
        return figure.name().toLowerCase(Locale.ROOT);
    }

    /** Today counts as one day. */
    private Instant since(int days) {
        return LocalDate.now(clock)
                .minusDays(days - 1L)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }
}
