package cn.wenzheng.supervision.web;

import cn.wenzheng.access.BoardLists;
import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.StartBlock;
import cn.wenzheng.access.StartBlocks;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Role;
import cn.wenzheng.supervision.Rung;
import cn.wenzheng.supervision.Slip;
import cn.wenzheng.supervision.SlipState;
import cn.wenzheng.supervision.SupervisionDesk;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The supervision slips a supervisor or a unit's head has to look after, and one of them as a document with its forms. */
@Controller
class SupervisionPage {

    /** A list beside the slips is a glance, as on the start page. */
    private static final Window GLANCE = new Window(0, 7);

    private final SupervisionDesk desk;
    private final OrganizationDesk organization;
    private final ObjectProvider<BoardLists> rooms;
    private final CurrentActor current;

    SupervisionPage(
            SupervisionDesk desk,
            OrganizationDesk organization,
            ObjectProvider<BoardLists> rooms,
            CurrentActor current) {
        this.desk = desk;
        this.organization = organization;
        this.rooms = rooms;
        this.current = current;
    }

    @GetMapping("/supervision")
    ModelAndView slips(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable Rung rung,
            @RequestParam(required = false) @Nullable Integer page) {
        Window window = Window.of(page, null);
        return new ModelAndView("supervision/slips")
                .addObject("open", open)
                .addObject("rung", rung)
                .addObject("window", window)
                .addObject("slips", desk.slips(null, open, rung, current.get(), window))
                .addObject("lists", lists(current.get()));
    }

    /** What other rooms show on the board, by key. */
    private Map<String, StartBlock> lists(Actor actor) {
        Map<String, StartBlock> lists = new LinkedHashMap<>();
        rooms.stream()
                .flatMap(room -> room.onBoard(actor).stream())
                .sorted(Comparator.comparingInt(StartBlocks.Offer::rank))
                .forEach(offer -> lists.put(offer.key(), offer.read(GLANCE)));
        return lists;
    }

    @GetMapping("/supervision/{id}")
    ModelAndView slip(@PathVariable String id) {
        Actor actor = current.get();
        Slip slip = desk.slip(id, actor);
        boolean open = slip.endedAt() == null;
        boolean top = slip.rung().isTop();
        boolean supervises = actor.has(Role.SUPERVISOR) && open;
        return new ModelAndView("supervision/slip")
                .addObject("slip", slip)
                .addObject("office", organization.centre().name())
                .addObject("issuer", slip.record().get(0).by())
                .addObject("reports", answers(slip, actor))
                .addObject("decides", supervises && !top)
                .addObject("rules", supervises && top);
    }

    /** The unit's head answers each slip once; on the highest rung there is nothing left to answer. */
    private static boolean answers(Slip slip, Actor actor) {
        return actor.has(Role.HEAD)
                && actor.worksFor(slip.unit())
                && slip.state() == SlipState.OPEN
                && !slip.rung().isTop();
    }
}
