package cn.wenzheng.audit;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The auditor's door for programs. */
@RestController
@Tag(name = "audit", description = "审计 · Audit")
@RequestMapping("/api/audit/petitions/{number}")
class AuditApi {

    private final AuditDesk desk;
    private final CurrentActor current;

    AuditApi(AuditDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @Operation(summary = "一件诉求的留痕 · The trail of a petition")
    @GetMapping
    Listing<AuditEntry> trail(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return desk.trail(number, current.get(), page, size);
    }

    @Operation(summary = "走过的流程 · The way through the diagram")
    @GetMapping("/path")
    ProcessPath.Path path(@PathVariable String number) {
        return desk.path(number, current.get());
    }
}
