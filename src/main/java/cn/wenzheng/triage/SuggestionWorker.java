package cn.wenzheng.triage;

import cn.wenzheng.access.OneHand;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The node's one hand for suggestions that are out of date: thinks anew about petitions that wait for their acceptance
 * when another model speaks, when the duties of their topic have changed, and when nobody has thought about them yet.
 */
@Component
class SuggestionWorker extends OneHand {

    private static final Duration LOOK = Duration.ofSeconds(3);

    private static final int AT_ONCE = 200;

    private final SuggestionRows rows;
    private final Thinking thinking;
    private final TriageDesk desk;
    private volatile boolean open;

    SuggestionWorker(SuggestionRows rows, Thinking thinking, TriageDesk desk) {
        super("suggestions", LOOK);
        this.rows = rows;
        this.thinking = thinking;
        this.desk = desk;
    }

    /** Learns only while people can be served already: the start of the product does not wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        open = true;
        call();
    }

    @Override
    protected boolean step() {
        if (!open) {
            return false;
        }
        thinking.learn();
        List<String> outdated = rows.outdated(thinking.basis(), AT_ONCE);
        long renewed = outdated.stream()
                .takeWhile(number -> isRunning())
                .filter(number -> took(() -> desk.renew(number)))
                .count();
        return outdated.size() == AT_ONCE && renewed > 0;
    }
}
