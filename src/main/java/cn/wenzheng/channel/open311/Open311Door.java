package cn.wenzheng.channel.open311;

import cn.wenzheng.access.Sentences;
import cn.wenzheng.organization.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What all addresses of Open311 have in common: the jurisdiction, and errors in the client's format. */
abstract class Open311Door {

    private static final Logger LOG = LoggerFactory.getLogger(Open311Door.class);

    private final Sentences sentences;
    private final Open311Settings settings;

    Open311Door(Sentences sentences, Open311Settings settings) {
        this.sentences = sentences;
        this.settings = settings;
    }

    /** What is asked, for a jurisdiction that is served here. */
    final Ask ask(HttpServletRequest request) {
        Ask ask = Ask.of(request);
        String wanted = ask.one("jurisdiction_id");
        if (wanted != null && !settings.jurisdictions().contains(wanted)) {
            throw Fault.ofUnknown("open311-jurisdiction-unknown").refused();
        }
        if (wanted == null && settings.jurisdictions().size() > 1) {
            throw Fault.of("open311-jurisdiction-missing").refused();
        }
        return ask;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> failed(Exception thrown, HttpServletRequest request) {
        Ask ask = Ask.of(request);
        List<Fault> faults = faultsOf(thrown);
        List<Map<String, @Nullable Object>> errors =
                faults.stream().map(fault -> error(fault, ask)).toList();
        int status = faults.stream().mapToInt(Fault::status).max().orElseThrow();
        return ask.format().say(status, Answer.list("errors", "error", errors));
    }

    private Map<String, @Nullable Object> error(Fault fault, Ask ask) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", String.valueOf(fault.status()));
        error.put("description", sentences.of(fault.slug(), fault.arguments().toArray(), ask.locale()));
        return error;
    }

    /** What the specification has no other word for is 400: the client may come again. */
    private static List<Fault> faultsOf(Exception thrown) {
        if (thrown instanceof Fault.Refused refused) {
            return refused.faults();
        }
        Refusal refusal = Refusal.behind(thrown);
        if (refusal != null) {
            return List.of(Fault.of(refusal));
        }
        // A database's message may repeat the row, and rows hold personal data.
        LOG.warn(
                "An Open311 request failed: {}",
                NestedExceptionUtils.getMostSpecificCause(thrown).getClass().getName());
        return List.of(Fault.of("open311-failed"));
    }
}
