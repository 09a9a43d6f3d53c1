package cn.wenzheng.deadline;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Where administrators keep the service levels and auditors read them. */
@Controller
class LevelPages {

    private static final List<Stage> FOR_ALL = List.of(Stage.PROMISE, Stage.ACCEPTANCE);
    private static final List<Stage> BY_LEVEL =
            List.of(Stage.SIGN_IN, Stage.HANDLING, Stage.ASSIGNMENT, Stage.REVIEW, Stage.CALL_BACK, Stage.WHOLE);

    private final LevelDesk desk;
    private final DeadlineExplanation explanation;
    private final OrganizationDesk organization;
    private final CurrentActor current;

    LevelPages(LevelDesk desk, DeadlineExplanation explanation, OrganizationDesk organization, CurrentActor current) {
        this.desk = desk;
        this.explanation = explanation;
        this.organization = organization;
        this.current = current;
    }

    /** A row in words. */
    record Told(LevelLine line, String granted) {}

    @GetMapping("/admin/levels")
    ModelAndView levels() {
        Actor actor = current.get();
        Map<ServiceLevel, Map<Stage, Told>> table = new LinkedHashMap<>();
        for (ServiceLevel level : ServiceLevel.values()) {
            table.put(level, inForce(stages(level, actor)));
        }
        Map<Stage, Told> promised = inForce(stages(ServiceLevel.NORMAL, actor));
        promised.keySet().retainAll(FOR_ALL);
        return page("levels")
                .addObject("table", table)
                .addObject("promised", promised)
                .addObject("stages", BY_LEVEL)
                .addObject("handling", Stage.HANDLING)
                .addObject("topics", new TreeMap<>(desk.topics(actor)))
                .addObject("units", new TreeMap<>(desk.units(actor)))
                .addObject("categories", organization.categories());
    }

    @GetMapping("/admin/levels/{id}")
    ModelAndView level(@PathVariable String id) {
        Actor actor = current.get();
        LevelDesk.requireReader(actor);
        ServiceLevel level = Stream.of(ServiceLevel.values())
                .filter(each -> each.code().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Map<Stage, List<Told>> stages = stages(level, actor);
        return page("level")
                .addObject("level", level)
                .addObject("measures", Measure.values())
                .addObject("inForce", inForce(stages))
                .addObject("stages", stages);
    }

    private static Map<Stage, Told> inForce(Map<Stage, List<Told>> stages) {
        Map<Stage, Told> inForce = new LinkedHashMap<>();
        stages.forEach((stage, rows) -> rows.stream()
                .filter(row -> row.line().state() == LevelLine.State.IN_FORCE)
                .forEach(row -> inForce.put(stage, row)));
        return inForce;
    }

    private Map<Stage, List<Told>> stages(ServiceLevel level, Actor actor) {
        Map<Stage, List<Told>> stages = new LinkedHashMap<>();
        for (Stage stage : desk.stages(level, actor)) {
            List<Told> told = new ArrayList<>();
            desk.lines(level, stage, actor)
                    .forEach(line -> told.add(
                            new Told(line, explanation.granted(line.limit().budget()))));
            stages.put(stage, told);
        }
        return stages;
    }

    private ModelAndView page(String name) {
        return new ModelAndView("deadline/" + name)
                .addObject("levels", ServiceLevel.values())
                .addObject("organization", organization);
    }
}
