package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.petition.CaseSheet;
import cn.wenzheng.petition.CitizenView;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionLine;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.QueryCodes;
import cn.wenzheng.petition.Receipt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Petitions over HTTP: citizens file and follow them, the staff finds and reads them. */
@RestController
@Tag(name = "petitions", description = "诉求 · Petitions")
@RequestMapping("/api/petitions")
class PetitionApi {

    private final PetitionDesk desk;
    private final PetitionSheets sheets;
    private final QueryCodes codes;
    private final CurrentActor actor;
    private final Clock clock;

    PetitionApi(PetitionDesk desk, PetitionSheets sheets, QueryCodes codes, CurrentActor actor, Clock clock) {
        this.desk = desk;
        this.sheets = sheets;
        this.codes = codes;
        this.actor = actor;
        this.clock = clock;
    }

    /** What the citizen takes away. */
    record Filed(
            String number,
            String queryCode,
            PetitionStatus status,
            Instant receivedAt,
            @Nullable Instant promisedBy) {

        static Filed of(Receipt receipt) {
            return new Filed(
                    receipt.number(),
                    receipt.queryCode(),
                    receipt.status(),
                    receipt.receivedAt(),
                    receipt.promisedBy());
        }
    }

    @Operation(summary = "提交诉求 · File a petition")
    @PostMapping
    ResponseEntity<Filed> file(
            @RequestBody Filing filing,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
        Receipt receipt = desk.receive(filing.toIntake(idempotencyKey), Actor.citizen(Door.API));
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/api/petitions/" + receipt.number()))
                .body(Filed.of(receipt));
    }

    /** With a query code the citizen's view, with a login the case sheet; else the petition does not exist. */
    @Operation(summary = "凭查询码查进度，或登录后看诉求单 · Follow a petition by its query code, or read its case sheet")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {CitizenView.class, CaseSheet.class})))
    @GetMapping("/{number}")
    Object one(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String code,
            @RequestHeader(name = "X-Query-Code", required = false) @Nullable String codeHeader,
            HttpServletRequest request) {
        String given = codeHeader == null ? code : codeHeader;
        if (given != null) {
            codes.open(number, given, request.getRemoteAddr());
            return sheets.citizenView(number);
        }
        return sheets.caseSheet(number, actor.get());
    }

    @Operation(summary = "查找诉求 · Find petitions")
    @GetMapping
    Listing<PetitionLine> list(
            @ParameterObject PetitionSearch search, @RequestParam(required = false) @Nullable Integer size) {
        Window window = Window.of(search.page(), size);
        PetitionSheets.PetitionPage found = sheets.list(
                search.filter(clock.getZone()), search.sorting(), actor.get(), window.page(), window.size());
        return new Listing<>(found.items(), found.total());
    }

    /** The browser prints; the house remembers that a copy on paper exists. */
    @Operation(summary = "记下诉求单已打印 · Note that the case sheet was printed")
    @PostMapping("/{number}/printed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void printed(@PathVariable String number) {
        sheets.printed(number, actor.get());
    }
}
