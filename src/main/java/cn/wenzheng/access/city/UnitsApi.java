package cn.wenzheng.access.city;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.KeptUnit;
import cn.wenzheng.organization.OpenWork;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.organization.UnitRegister;
import cn.wenzheng.organization.UnitSheet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of units over HTTP. */
@RestController
@RequestMapping("/api/admin/units")
@Tag(name = "city-administration", description = "单位、人员、诉求内容的管理 · Keeping units, people and topics")
class UnitsApi {

    private final UnitRegister register;
    private final CurrentActor current;

    UnitsApi(UnitRegister register, CurrentActor current) {
        this.register = register;
        this.current = current;
    }

    /** @param closedAt null while the unit is open */
    record Line(
            String code,
            String name,
            int level,
            @Nullable String parent,
            @Nullable Instant closedAt,
            long people) {

        static Line of(KeptUnit kept, long people) {
            Unit unit = kept.unit();
            return new Line(unit.code(), unit.name(), unit.level(), unit.parent(), kept.closedAt(), people);
        }
    }

    /** What is open of one kind. */
    record Open(OpenWork.Kind kind, long count) {}

    /** @param heirs codes of the units that can take over what is open */
    record Sheet(Line unit, List<Open> open, List<String> heirs, boolean mayClose) {}

    record NewUnit(
            @Nullable String code,
            @Nullable String name,
            @Nullable Integer level,
            @Nullable String parent) {}

    /** The unit as it shall be; a parent left out makes it a root, which only the centre is. */
    record ChangedUnit(
            @Nullable String name,
            @Nullable Integer level,
            @Nullable String parent) {}

    @GetMapping
    @Operation(summary = "全部单位，含已撤销的 · All units, closed ones too")
    Listing<Line> units() {
        Actor actor = current.get();
        Map<String, Long> people = register.people(actor);
        List<Line> lines = register.units(actor).stream()
                .map(kept -> Line.of(kept, people.getOrDefault(kept.code(), 0L)))
                .toList();
        return new Listing<>(lines, lines.size());
    }

    @GetMapping("/{id}")
    @Operation(summary = "一个单位和它没有了结的事 · A unit with what it still has to do")
    Sheet unit(@PathVariable String id) {
        UnitSheet sheet = register.unit(id, current.get());
        return new Sheet(
                Line.of(sheet.kept(), sheet.open().getOrDefault(OpenWork.Kind.PERSON, 0L)),
                sheet.open().entrySet().stream()
                        .map(open -> new Open(open.getKey(), open.getValue()))
                        .toList(),
                sheet.heirs().stream().map(Unit::code).toList(),
                sheet.mayClose());
    }

    @PostMapping
    @Operation(summary = "新增单位 · Add a unit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestBody NewUnit unit) {
        register.add(unit.code(), unit.name(), unit.level(), unit.parent(), current.get());
    }

    @PostMapping("/{id}")
    @Operation(summary = "更名或改隶属 · Rename or move a unit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String id, @RequestBody ChangedUnit unit) {
        register.change(id, unit.name(), unit.level(), unit.parent(), current.get());
    }

    @PostMapping("/{id}/close")
    @Operation(summary = "撤销单位 · Close a unit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String id) {
        register.close(id, current.get());
    }
}
