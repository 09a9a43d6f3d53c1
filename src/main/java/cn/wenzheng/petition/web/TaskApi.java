package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Drafts;
import cn.wenzheng.petition.PetitionProcess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's open tasks, and what Tasklist cannot do with them: give back, hand over, keep half-written forms. */
@RestController
@Tag(name = "tasks", description = "任务 · Tasks")
@RequestMapping("/api/tasks")
class TaskApi {

    private final PetitionProcess process;
    private final Drafts drafts;
    private final OrganizationDesk organization;
    private final CurrentActor actor;
    private final Clock clock;

    TaskApi(PetitionProcess process, Drafts drafts, OrganizationDesk organization, CurrentActor actor, Clock clock) {
        this.process = process;
        this.drafts = drafts;
        this.organization = organization;
        this.actor = actor;
        this.clock = clock;
    }

    record TaskLine(
            String id,
            String task,
            String petition,
            @Nullable String unit,
            @Nullable Instant due,
            boolean overdue,
            @Nullable String assignee) {}

    record Colleague(String id, String name) {}

    record HandOver(@Nullable String colleague) {}

    @Operation(summary = "我的待办任务 · My open tasks")
    @GetMapping
    Listing<TaskLine> list(
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        Window window = Window.of(page, size);
        Instant now = clock.instant();
        PetitionProcess.TaskPage tasks = process.tasksOf(actor.get(), window.page(), window.size());
        return new Listing<>(tasks.items().stream().map(task -> line(task, now)).toList(), tasks.total());
    }

    @Operation(summary = "一项任务 · One task")
    @GetMapping("/{id}")
    TaskLine task(@PathVariable String id) {
        return line(mine(id, actor.get()), clock.instant());
    }

    private static TaskLine line(PetitionProcess.OpenTask task, Instant now) {
        boolean overdue = task.due() != null && task.due().isBefore(now);
        return new TaskLine(task.id(), task.task(), task.petition(), task.unit(), task.due(), overdue, task.assignee());
    }

    @Operation(summary = "取草稿 · Read the draft")
    @GetMapping("/{id}/draft")
    Map<String, Object> draft(@PathVariable String id) {
        Actor caller = actor.get();
        return drafts.of(mine(id, caller).id(), caller);
    }

    @Operation(summary = "存草稿 · Keep the draft")
    @PutMapping("/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void saveDraft(@PathVariable String id, @RequestBody Map<String, Object> fields) {
        Actor caller = actor.get();
        PetitionProcess.OpenTask task = mine(id, caller);
        drafts.save(task.id(), task.petition(), caller, fields);
    }

    @Operation(summary = "删草稿 · Drop the draft")
    @DeleteMapping("/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discardDraft(@PathVariable String id) {
        Actor caller = actor.get();
        drafts.discard(mine(id, caller).id(), caller);
    }

    @Operation(summary = "退回待办 · Give the task back")
    @PostMapping("/{id}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String id) {
        process.release(id, actor.get());
    }

    /** The people of the caller's unit to whom the task can be handed. */
    @Operation(summary = "可转交的同事 · Colleagues")
    @GetMapping("/{id}/colleagues")
    List<Colleague> colleagues(@PathVariable String id) {
        Actor caller = actor.get();
        mine(id, caller);
        return organization.peopleOf(String.valueOf(caller.unit())).stream()
                .filter(person -> !person.id().equals(caller.id()))
                .map(person -> new Colleague(person.id(), person.name()))
                .toList();
    }

    @Operation(summary = "转交同事 · Hand over")
    @PostMapping("/{id}/handover")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(@PathVariable String id, @RequestBody HandOver to) {
        process.handOver(id, Limits.required("colleague", to.colleague(), 40), actor.get());
    }

    private PetitionProcess.OpenTask mine(String id, Actor caller) {
        return process.task(id, caller).orElseThrow(Refusal::notFound);
    }
}
