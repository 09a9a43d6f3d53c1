package cn.wenzheng.notice.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Window;
import cn.wenzheng.notice.Bundle;
import cn.wenzheng.notice.Notice;
import cn.wenzheng.notice.NoticeDesk;
import cn.wenzheng.notice.NoticeKind;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Stage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's notices as a page. Opening one reads it and leads to what it is about. */
@Controller
class NoticePage {

    private final NoticeDesk desk;
    private final OrganizationDesk organization;
    private final CurrentActor current;

    NoticePage(NoticeDesk desk, OrganizationDesk organization, CurrentActor current) {
        this.desk = desk;
        this.organization = organization;
        this.current = current;
    }

    @GetMapping("/notices")
    ModelAndView list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer page) {
        Actor actor = current.get();
        Window window = Window.of(page, null);
        NoticeKind chosen = kind == null || kind.isBlank() ? null : kindOf(kind);
        List<Notice> notices = chosen == null ? desk.besideBundles(actor, window) : desk.ofKind(actor, chosen, window);
        List<Bundle> bundles = chosen == null && window.page() == 0 ? desk.bundles(actor) : List.of();
        return new ModelAndView("notice/list")
                .addObject("kinds", NoticeKind.values())
                .addObject("kind", chosen)
                .addObject("window", window)
                .addObject("notices", notices)
                .addObject("bundles", bundles)
                .addObject("organization", organization);
    }

    @GetMapping("/notices/{id}")
    String open(@PathVariable String id) {
        return "redirect:" + desk.read(idOf(id), current.get()).address();
    }

    @GetMapping("/notices/bundles/{id}")
    String openBundle(@PathVariable("id") String kind, @RequestParam(required = false) @Nullable String about) {
        NoticeKind chosen = kindOf(kind);
        Stage stage = about == null ? null : named(about, Stage.values());
        desk.readBundle(chosen, stage, current.get());
        return "redirect:" + new Bundle(chosen, stage, 0).address();
    }

    @PostMapping("/notices/read")
    String readAll() {
        desk.readAll(current.get());
        return "redirect:/notices";
    }

    /** What is no number is no notice. */
    static long idOf(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw Refusal.notFound();
        }
        return Long.parseLong(id);
    }

    private static NoticeKind kindOf(String code) {
        return named(code, NoticeKind.values());
    }

    @SafeVarargs
    private static <E extends ClosedList> E named(String code, E... list) {
        return Stream.of(list)
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
