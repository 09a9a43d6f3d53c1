package cn.wenzheng.access.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.StartBlocks;
import cn.wenzheng.access.StartBlocks.Offer;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the staff begin: what waits, what is late, what is near, and the next thing to do. */
@Controller
class WorkPage {

    /** A block of the start page is a glance, not a list. */
    private static final Window GLANCE = new Window(0, 7);

    private final ObjectProvider<StartBlocks> rooms;
    private final CurrentActor current;

    WorkPage(ObjectProvider<StartBlocks> rooms, CurrentActor current) {
        this.rooms = rooms;
        this.current = current;
    }

    @GetMapping("/work")
    ModelAndView start() {
        return new ModelAndView("access/work").addObject("start", StartView.of(offers(current.get()), GLANCE));
    }

    /** The whole list behind a figure that has no other page. */
    @GetMapping("/work/{id}")
    ModelAndView list(@PathVariable String id, @RequestParam(required = false) @Nullable Integer page) {
        Window window = Window.of(page, null);
        Offer offer = offers(current.get()).stream()
                .filter(candidate -> candidate.key().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return new ModelAndView("access/list")
                .addObject("key", id)
                .addObject("window", window)
                .addObject("block", offer.read(window));
    }

    private List<Offer> offers(Actor actor) {
        return rooms.stream()
                .flatMap(room -> room.of(actor).stream())
                .sorted(Comparator.comparingInt(Offer::rank))
                .toList();
    }
}
