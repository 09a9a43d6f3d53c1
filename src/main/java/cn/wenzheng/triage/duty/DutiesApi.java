package cn.wenzheng.triage.duty;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.DutyRegister;
import cn.wenzheng.organization.KeptDuty;
import cn.wenzheng.organization.OrganizationDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The duty directory over HTTP. */
@RestController
@RequestMapping("/api/duties")
@Tag(name = "duties", description = "派单目录 · The duty directory")
class DutiesApi {

    private final DutyDesk desk;
    private final OrganizationDesk organization;
    private final CurrentActor current;

    DutiesApi(DutyDesk desk, OrganizationDesk organization, CurrentActor current) {
        this.desk = desk;
        this.organization = organization;
        this.current = current;
    }

    /**
     * A row of the directory.
     *
     * @param area null for the whole city
     * @param level the code of the service level; null when that of the topic holds
     * @param counts true when it is the row that answers today
     * @param overlaps true when another row says something of the same topic and area on the same day
     */
    record Row(
            String leaf,
            String name,
            @Nullable String area,
            @Nullable String unit,
            List<String> assisting,
            @Nullable String level,
            @Nullable String clause,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean counts,
            boolean overlaps) {}

    @GetMapping
    @Operation(
            summary = "派单目录 · The duty directory",
            description = "With an area: for each topic the rows that can answer there, the nearest first; the one that"
                    + " answers is marked.")
    Listing<Row> duties(@ParameterObject DutySearch search) {
        Window window = Window.of(search.page(), search.size());
        List<DutyLine> lines = desk.lines(search, current.get());
        return new Listing<>(
                lines.stream()
                        .skip(window.offset())
                        .limit(window.size())
                        .map(this::row)
                        .toList(),
                lines.size());
    }

    private Row row(DutyLine line) {
        KeptDuty row = line.row();
        return new Row(
                row.leaf(),
                organization.categoryPath(row.leaf()),
                row.area(),
                row.unit(),
                row.assisting(),
                row.level(),
                row.clause(),
                row.term().from(),
                row.term().to(),
                line.counts(),
                line.overlaps());
    }

    @PutMapping
    @Operation(
            summary = "新增或改动一行职责 · Add or change a row of the directory",
            description = "Topic, area and first day tell which row it is.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@RequestBody DutyAsked asked) {
        Actor actor = keeper();
        desk.put(asked.toPut(), actor);
    }

    @DeleteMapping
    @Operation(summary = "删除一行职责 · Take a row out of the directory")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @RequestParam(required = false) @Nullable String leaf,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String from) {
        Actor actor = keeper();
        desk.put(new DutyAsked(leaf, area, null, null, null, null, from, null).row(), actor);
    }

    @PostMapping("/preview")
    @Operation(
            summary = "预览：哪些没办完的诉求会改派 · Which open petitions the row would route differently",
            description = "Changes nothing. Without a unit: what taking the row away would do. All are counted, the 200"
                    + " oldest named.")
    Listing<Reroute> preview(@RequestBody DutyAsked asked) {
        Actor actor = keeper();
        List<Reroute> reroutes = desk.preview(asked.row(), actor);
        return new Listing<>(reroutes.stream().limit(Window.MOST).toList(), reroutes.size());
    }

    /** Who may not ask hears that before he hears what is wrong with the question. */
    private Actor keeper() {
        Actor actor = current.get();
        DutyRegister.requireKeeper(actor);
        return actor;
    }
}
