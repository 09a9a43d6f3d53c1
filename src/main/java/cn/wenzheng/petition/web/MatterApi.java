package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.matter.MatterDesk;
import cn.wenzheng.petition.matter.MatterState;
import cn.wenzheng.petition.matter.Matters;
import cn.wenzheng.petition.matter.Matters.Matter;
import cn.wenzheng.petition.matter.Matters.Place;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Matters over HTTP; their members are found as petitions are, with {@code matter} as the filter. */
@RestController
@Tag(name = "matters", description = "事项 · Matters")
class MatterApi {

    private final Matters matters;
    private final MatterDesk desk;
    private final PetitionActions actions;
    private final CurrentActor current;

    MatterApi(Matters matters, MatterDesk desk, PetitionActions actions, CurrentActor current) {
        this.matters = matters;
        this.desk = desk;
        this.actions = actions;
        this.current = current;
    }

    /** A matter with the places of which two of its members or more speak, and how many speak of others. */
    record MatterAnswer(Matter matter, List<Place> places, int elsewhere) {}

    record Splitting(@Nullable String reason) {}

    record Remark(@Nullable String text) {}

    @Operation(
            summary = "查找事项 · Find matters",
            description = "Newest first. A person sees the matters whose leading petition he may see.")
    @GetMapping("/api/matters")
    Listing<Matter> list(
            @RequestParam(required = false) @Nullable MatterState state,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        Window window = Window.of(page, size);
        Matters.MatterPage found = matters.list(state, current.get(), window.page(), window.size());
        return new Listing<>(found.items(), found.total());
    }

    @Operation(
            summary = "一个事项 · One matter",
            description = "Its members are petitions with the filter matter, as far as the caller may see them.")
    @GetMapping("/api/matters/{number}")
    MatterAnswer one(@PathVariable String number) {
        Matter matter = matters.one(number, current.get());
        Matters.Places places = matters.places(number);
        return new MatterAnswer(matter, places.shared(), places.elsewhere());
    }

    @Operation(
            summary = "从事项中分出 · Split off its matter",
            description =
                    "Before the matter is answered; a member that waited is then assigned by itself, and when it led"
                            + " the oldest of the others leads. For operators, dispatchers and reviewers.")
    @PostMapping("/api/petitions/{number}/split")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void split(@PathVariable String number, @RequestBody Splitting splitting) {
        Actor actor = current.get();
        actions.allow(number, actor, Role.OPERATOR, Role.DISPATCHER, Role.REVIEWER);
        PetitionActions.once(() -> {
            desk.split(number, splitting.reason(), actor);
            return true;
        });
    }

    @Operation(
            summary = "给一位成员的附言 · A remark to one member",
            description = "Sent to this petitioner alone, with the matter's answer; blank takes it back. For operators,"
                    + " dispatchers and reviewers.")
    @PutMapping("/api/petitions/{number}/remark")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remark(@PathVariable String number, @RequestBody Remark remark) {
        Actor actor = current.get();
        actions.allow(number, actor, Role.OPERATOR, Role.DISPATCHER, Role.REVIEWER);
        desk.remark(number, remark.text(), actor);
    }
}
