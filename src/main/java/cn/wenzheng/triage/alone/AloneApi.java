package cn.wenzheng.triage.alone;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the system decides by itself, over HTTP. */
@RestController
@RequestMapping("/api/triage/alone")
@Tag(name = "triage-alone", description = "自动受理 · Deciding alone")
class AloneApi {

    private final AloneDesk desk;
    private final CurrentActor current;

    AloneApi(AloneDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    record Judged(@Nullable Verdict verdict) {}

    @GetMapping
    @Operation(summary = "自动受理的规则 · The rule")
    AloneRule rule() {
        return desk.rule(current.get());
    }

    @PutMapping
    @Operation(summary = "修改规则 · Change the rule")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@RequestBody AloneDesk.Wanted wanted) {
        desk.change(wanted, current.get());
    }

    @GetMapping("/control")
    @Operation(summary = "抽查清单 · The decisions drawn for control")
    Listing<Alone> control(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return desk.control(open, Window.of(page, size), current.get());
    }

    @PostMapping("/control/{number}")
    @Operation(summary = "抽查结论 · What a person has made of a decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void judge(@PathVariable String number, @RequestBody Judged judged) {
        desk.judge(number, judged.verdict(), current.get());
    }
}
