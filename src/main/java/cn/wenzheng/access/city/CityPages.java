package cn.wenzheng.access.city;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Absence;
import cn.wenzheng.organization.Absences;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.KeptPerson;
import cn.wenzheng.organization.KeptUnit;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.PeopleFilter;
import cn.wenzheng.organization.PeopleRegister;
import cn.wenzheng.organization.TopicRegister;
import cn.wenzheng.organization.UnitRegister;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where administrators keep the city and auditors look at how it is kept. */
@Controller
class CityPages {

    private static final PeopleFilter AT_WORK = new PeopleFilter(null, null, null, true);
    private static final PeopleFilter LEFT = new PeopleFilter(null, null, null, false);

    private final UnitRegister units;
    private final PeopleRegister people;
    private final TopicRegister topics;
    private final Absences absences;
    private final OrganizationDesk organization;
    private final CurrentActor current;

    CityPages(
            UnitRegister units,
            PeopleRegister people,
            TopicRegister topics,
            Absences absences,
            OrganizationDesk organization,
            CurrentActor current) {
        this.units = units;
        this.people = people;
        this.topics = topics;
        this.absences = absences;
        this.organization = organization;
        this.current = current;
    }

    @GetMapping("/admin")
    ModelAndView overview() {
        Actor actor = current.get();
        Collection<KeptUnit> all = units.units(actor);
        List<Category> tree = topics.topics(actor);
        return page("overview")
                .addObject("units", all.stream().filter(KeptUnit::isOpen).count())
                .addObject("closed", all.stream().filter(kept -> !kept.isOpen()).count())
                .addObject("people", people.count(AT_WORK, actor))
                .addObject("left", people.count(LEFT, actor))
                .addObject("topics", tree.size())
                .addObject("gaps", tree.stream().filter(Category::isGap).count());
    }

    @GetMapping("/admin/units")
    ModelAndView units(@RequestParam(defaultValue = "false") boolean closed) {
        Actor actor = current.get();
        Collection<KeptUnit> all = units.units(actor);
        List<KeptUnit> gone = all.stream().filter(kept -> !kept.isOpen()).toList();
        List<KeptUnit> open = all.stream().filter(KeptUnit::isOpen).toList();
        return page("units")
                .addObject("closed", closed)
                .addObject("gone", gone)
                .addObject("count", open.size())
                .addObject(
                        "tree",
                        Branch.tree(open, KeptUnit::code, kept -> kept.unit().parent()))
                .addObject("people", units.people(actor));
    }

    @GetMapping("/admin/units/{id}")
    ModelAndView unit(@PathVariable String id) {
        return page("unit").addObject("sheet", units.unit(id, current.get()));
    }

    @GetMapping("/admin/people")
    ModelAndView people(PeopleAsked asked) {
        Actor actor = current.get();
        Window window = Window.of(asked.page(), null);
        return page("people")
                .addObject("asked", asked)
                .addObject("window", window)
                .addObject("found", people.find(asked.filter(), window.offset(), window.size(), actor))
                .addObject("total", people.count(asked.filter(), actor));
    }

    @GetMapping("/admin/people/{id}")
    ModelAndView person(@PathVariable String id) {
        Actor actor = current.get();
        KeptPerson kept = people.view(id, actor);
        List<Absence> around = absences.around(id, actor);
        Set<String> accounts = around.stream()
                .flatMap(absence -> Stream.of(absence.person(), absence.deputy()))
                .collect(Collectors.toSet());
        return page("person")
                .addObject("kept", kept)
                .addObject("absences", around)
                .addObject("names", people.names(accounts, actor))
                .addObject(
                        "colleagues",
                        organization.peopleOf(kept.person().unit()).stream()
                                .filter(colleague -> !colleague.id().equals(id) && !colleague.standsAlone())
                                .toList());
    }

    @GetMapping("/admin/topics")
    ModelAndView topics(@RequestParam(required = false) @Nullable Boolean gap) {
        List<Category> tree = topics.topics(current.get());
        boolean gapsOnly = Boolean.TRUE.equals(gap);
        List<Branch<Category>> shown = gapsOnly
                ? tree.stream()
                        .filter(Category::isGap)
                        .map(topic -> new Branch<>(topic, 0))
                        .toList()
                : Branch.tree(tree, Category::code, Category::parent);
        return page("topics")
                .addObject("gap", gapsOnly)
                .addObject("tree", shown)
                .addObject("topics", tree)
                .addObject("gaps", tree.stream().filter(Category::isGap).count());
    }

    @GetMapping("/admin/topics/{id}")
    ModelAndView topic(@PathVariable String id) {
        Actor actor = current.get();
        return page("topic").addObject("kept", topics.topic(id, actor)).addObject("topics", topics.topics(actor));
    }

    private ModelAndView page(String name) {
        return new ModelAndView("access/city/" + name).addObject("organization", organization);
    }
}
