package cn.wenzheng.access.city;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Period;
import cn.wenzheng.organization.Absence;
import cn.wenzheng.organization.Absences;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Limits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Absences and deputies over HTTP. */
@RestController
@Tag(name = "city-administration")
class AbsencesApi {

    private final Absences absences;
    private final CurrentActor current;

    AbsencesApi(Absences absences, CurrentActor current) {
        this.absences = absences;
        this.current = current;
    }

    /**
     * When somebody is away and who stands in.
     *
     * @param from a date, from its beginning, or an instant
     * @param to a date, to its end, or an instant
     */
    record NewAbsence(
            @Nullable String deputy,
            @Nullable String from,
            @Nullable String to) {}

    @GetMapping("/api/admin/people/{id}/absences")
    @Operation(summary = "一个人的请假与代理 · A person's absences and those he stands in for")
    Listing<Absence> around(@PathVariable String id) {
        List<Absence> around = absences.around(id, current.get());
        return new Listing<>(around, around.size());
    }

    @PostMapping("/api/admin/people/{id}/absences")
    @Operation(summary = "登记请假和代理人 · Note an absence and its deputy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(@PathVariable String id, @RequestBody NewAbsence absence) {
        Actor actor = current.get();
        Period period = Period.of(absence.from(), absence.to(), absences.zone());
        Instant from = Limits.required("from", period.from());
        Instant to = Limits.required("to", period.to());
        absences.begin(id, Limits.required("deputy", absence.deputy(), 40), from, to, actor);
    }

    @PostMapping("/api/admin/absences/{id}/end")
    @Operation(summary = "提前结束代理 · End an absence early")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id) {
        absences.end(idOf(id), current.get());
    }

    /** What cannot be an id is none: who may not ask hears that first. */
    private static long idOf(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
    }
}
