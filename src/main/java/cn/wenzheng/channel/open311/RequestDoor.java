package cn.wenzheng.channel.open311;

import cn.wenzheng.access.Sentences;
import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.petition.PetitionProcess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where programs of citizens file requests, and where everybody reads what is public of them. */
@RestController
@RequestMapping({"/open311/v2", Ask.TEST})
@Tag(name = "open311", description = "Open311 GeoReport v2")
class RequestDoor extends Open311Door {

    private static final int MOST = 1_000;
    private static final int PAGES = 1_000_000;

    private final Keys keys;
    private final Services services;
    private final FilingDesk desk;
    private final RequestRows requests;
    private final PublicRows rows;
    private final ToldRows told;
    private final RequestAnswers answers;
    private final PetitionProcess process;
    private final Clock clock;

    RequestDoor(
            Sentences sentences,
            Open311Settings settings,
            Keys keys,
            Services services,
            FilingDesk desk,
            RequestRows requests,
            PublicRows rows,
            ToldRows told,
            RequestAnswers answers,
            PetitionProcess process,
            Clock clock) {
        super(sentences, settings);
        this.keys = keys;
        this.services = services;
        this.desk = desk;
        this.requests = requests;
        this.rows = rows;
        this.told = told;
        this.answers = answers;
        this.process = process;
        this.clock = clock;
    }

    @Operation(
            summary = "提交诉求 · File a request",
            description = "A form with the key. The test endpoint checks it the same way and keeps nothing.")
    @PostMapping({"/requests.xml", "/requests.json"})
    ResponseEntity<byte[]> file(HttpServletRequest request) throws IOException {
        Ask ask = ask(request);
        Account account = keys.account(ask);
        List<MediaRef> photos = Photos.of(request);
        Filing filing = FilingForm.read(ask, services, photos);
        RequestRows.Row row = ask.test() ? played(filing) : desk.file(filing, account);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (row.token() == null) {
            fields.put("service_request_id", row.petition());
        } else {
            fields.put("token", row.token().toString());
        }
        fields.put("service_notice", null);
        fields.put("account_id", null);
        return ask.format().say(200, Answer.list("service_requests", "request", List.of(fields)));
    }

    private static RequestRows.Row played(Filing filing) {
        UUID id = UUID.randomUUID();
        return new RequestRows.Row("TEST-" + id, "", filing.service().batch() ? id : null);
    }

    @Operation(
            summary = "公开诉求列表 · Public requests",
            description = "Only what everybody may know, redacted; without words until they are released.")
    @GetMapping({"/requests.xml", "/requests.json"})
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Ask ask = ask(request);
        List<String> numbers = ask.list("service_request_id");
        if (numbers.size() > MOST) {
            throw Fault.of("open311-number", "service_request_id", MOST).refused();
        }
        return say(ask, numbers.isEmpty() ? filed(ask) : rows.numbered(numbers));
    }

    private List<PublicRows.Row> filed(Ask ask) {
        List<String> statuses = ask.list("status");
        if (!List.of("open", "closed").containsAll(statuses)) {
            throw Fault.of("open311-status").refused();
        }
        boolean both = statuses.stream().distinct().count() != 1;
        return rows.filed(
                Span.of(ask, clock.instant()),
                ask.list("service_code"),
                both ? null : statuses.contains("closed"),
                ask.number("page", 1, PAGES),
                ask.number("page_size", MOST, MOST));
    }

    @Operation(summary = "一件公开诉求 · One public request")
    @GetMapping({"/requests/{id}.xml", "/requests/{id}.json"})
    ResponseEntity<byte[]> one(@PathVariable String id, HttpServletRequest request) {
        Ask ask = ask(request);
        List<PublicRows.Row> found = rows.numbered(List.of(id));
        if (found.isEmpty()) {
            throw Fault.ofUnknown("open311-request-unknown").refused();
        }
        return say(ask, found);
    }

    private ResponseEntity<byte[]> say(Ask ask, List<PublicRows.Row> found) {
        if (!ask.extensions()) {
            return ask.format().say(200, answers.requests(found, null, Map.of()));
        }
        List<String> numbers = found.stream().map(PublicRows.Row::number).toList();
        Map<String, Service> offered =
                services.all().stream().collect(Collectors.toMap(Service::code, Function.identity()));
        return ask.format().say(200, answers.requests(found, told.of(numbers), offered));
    }

    @Operation(
            summary = "凭令牌查编号 · The number behind a token",
            description = "Without a number as long as the process has not begun.")
    @GetMapping({"/tokens/{id}.xml", "/tokens/{id}.json"})
    ResponseEntity<byte[]> token(@PathVariable String id, HttpServletRequest request) {
        Ask ask = ask(request);
        RequestRows.Row row = requests.byToken(tokenOf(id))
                .orElseThrow(() -> Fault.ofUnknown("open311-token-unknown").refused());
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("service_request_id", process.isToBegin(row.petition()) ? null : row.petition());
        fields.put("token", id);
        return ask.format().say(200, Answer.list("service_requests", "request", List.of(fields)));
    }

    private static UUID tokenOf(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Fault.ofUnknown("open311-token-unknown").refused();
        }
    }
}
