package cn.wenzheng.access.city;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.KeptPerson;
import cn.wenzheng.organization.PeopleFilter;
import cn.wenzheng.organization.PeopleRegister;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of people over HTTP. */
@RestController
@RequestMapping("/api/admin/people")
@Tag(name = "city-administration")
class PeopleApi {

    private final PeopleRegister register;
    private final CurrentActor current;

    PeopleApi(PeopleRegister register, CurrentActor current) {
        this.register = register;
        this.current = current;
    }

    /** @param disabledAt null while the person is at work */
    record Line(
            String id,
            String name,
            String unit,
            Set<Role> roles,
            @Nullable Instant disabledAt,
            boolean passwordIsNew) {

        static Line of(KeptPerson kept) {
            Person person = kept.person();
            return new Line(
                    person.id(), person.name(), person.unit(), person.roles(), kept.disabledAt(), kept.passwordIsNew());
        }
    }

    record Sheet(Line person, @Nullable String email) {}

    record NewPerson(
            @Nullable String id,
            @Nullable String name,
            @Nullable String unit,
            @Nullable List<Role> roles,
            @Nullable String email) {}

    /** The person as he shall be; an address left out is none. */
    record ChangedPerson(
            @Nullable String name,
            @Nullable String unit,
            @Nullable List<Role> roles,
            @Nullable String email) {}

    /** @param value the temporary password: told this once, kept nowhere */
    record Password(String value) {}

    @GetMapping
    @Operation(summary = "查找人员 · Find people")
    Listing<Line> people(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        Actor actor = current.get();
        Window window = Window.of(page, size);
        PeopleFilter filter = new PeopleFilter(q, unit, role, active);
        List<Line> lines = register.find(filter, window.offset(), window.size(), actor).stream()
                .map(Line::of)
                .toList();
        return new Listing<>(lines, register.count(filter, actor));
    }

    @GetMapping("/{id}")
    @Operation(summary = "一个人 · One person")
    Sheet person(@PathVariable String id) {
        KeptPerson kept = register.view(id, current.get());
        return new Sheet(Line.of(kept), kept.person().email());
    }

    @PostMapping
    @Operation(summary = "新增人员，答复里有只出现一次的临时密码 · Add a person; the answer tells his temporary password once")
    @ResponseStatus(HttpStatus.CREATED)
    Password add(@RequestBody NewPerson person) {
        return new Password(
                register.add(person.id(), person.name(), person.unit(), person.roles(), person.email(), current.get()));
    }

    @PostMapping("/{id}")
    @Operation(summary = "改姓名、单位、岗位、邮箱 · Change name, unit, roles, address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String id, @RequestBody ChangedPerson person) {
        register.change(id, person.name(), person.unit(), person.roles(), person.email(), current.get());
    }

    @PostMapping("/{id}/disable")
    @Operation(summary = "停用账号 · Disable an account")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@PathVariable String id) {
        register.disable(id, current.get());
    }

    @PostMapping("/{id}/enable")
    @Operation(summary = "恢复账号 · Enable an account again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(@PathVariable String id) {
        register.enable(id, current.get());
    }

    @PostMapping("/{id}/password")
    @Operation(summary = "重置密码，答复里的临时密码只出现一次 · Reset the password; the temporary one is told once")
    Password reset(@PathVariable String id) {
        return new Password(register.resetPassword(id, current.get()));
    }
}
