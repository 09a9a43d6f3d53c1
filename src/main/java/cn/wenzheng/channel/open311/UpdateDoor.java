package cn.wenzheng.channel.open311;

import cn.wenzheng.access.Sentences;
import cn.wenzheng.channel.Account;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What has become of requests, as FixMyStreet and its kin ask for it, and what citizens add there. */
@RestController
@RequestMapping({"/open311/v2", Ask.TEST})
@Tag(name = "open311", description = "Open311 GeoReport v2")
class UpdateDoor extends Open311Door {

    private static final int MOST = 1_000;
    private static final int PAGES = 1_000_000;

    private final Keys keys;
    private final FilingDesk desk;
    private final ToldRows told;
    private final RequestAnswers answers;
    private final Clock clock;

    UpdateDoor(
            Sentences sentences,
            Open311Settings settings,
            Keys keys,
            FilingDesk desk,
            ToldRows told,
            RequestAnswers answers,
            Clock clock) {
        super(sentences, settings);
        this.keys = keys;
        this.desk = desk;
        this.told = told;
        this.answers = answers;
        this.clock = clock;
    }

    @Operation(
            summary = "公开进展 · Public updates",
            description = "By the moment at which they became public, both ends of the time included.")
    @GetMapping({"/servicerequestupdates.xml", "/servicerequestupdates.json"})
    ResponseEntity<byte[]> updates(HttpServletRequest request) {
        Ask ask = ask(request);
        if (ask.one("api_key") != null) {
            keys.account(ask);
        }
        List<ToldRows.Row> rows = told.within(
                Span.of(ask, clock.instant()), ask.number("page", 1, PAGES), ask.number("page_size", MOST, MOST));
        return ask.format().say(200, answers.updates(rows, ask.extensions()));
    }

    @Operation(
            summary = "补充诉求 · Add to a request",
            description = "With the key that filed it; the same update_id is the same update.")
    @PostMapping({"/servicerequestupdates.xml", "/servicerequestupdates.json"})
    ResponseEntity<byte[]> add(HttpServletRequest request) {
        Ask ask = ask(request);
        Account account = keys.account(ask);
        Update update = Update.read(ask);
        if (!ask.test()) {
            desk.add(update, account);
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("update_id", update.id());
        return ask.format().say(200, Answer.list("service_request_updates", "request_update", List.of(fields)));
    }
}
