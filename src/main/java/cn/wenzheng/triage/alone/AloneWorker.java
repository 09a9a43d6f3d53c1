package cn.wenzheng.triage.alone;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.triage.Suggestion;
import cn.wenzheng.triage.Suggestions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The node's one hand for what the system decides by itself: looks for petitions that have come in and have their
 * suggestion. No job of the engine waits for it, and of two nodes each petition is decided by one.
 */
@Component
class AloneWorker extends OneHand {

    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final int AT_ONCE = 200;

    private final AloneRows rows;
    private final AloneWork work;
    private final ObjectProvider<Suggestions> suggestions;

    AloneWorker(AloneRows rows, AloneWork work, ObjectProvider<Suggestions> suggestions) {
        super("deciding-alone", LOOK);
        this.rows = rows;
        this.work = work;
        this.suggestions = suggestions;
    }

    @Override
    protected boolean step() {
        AloneRule rule = rows.rule();
        Suggestions made = suggestions.getIfAvailable();
        if (!rule.active() || rule.since() == null || made == null) {
            return false;
        }
        List<String> waiting = rows.waiting(rule.since(), AT_ONCE);
        Map<String, Suggestion> suggested = waiting.isEmpty() ? Map.of() : made.of(waiting);
        long decided = waiting.stream()
                .map(suggested::get)
                .filter(Objects::nonNull)
                .takeWhile(suggestion -> isRunning())
                .filter(suggestion -> took(() -> decide(suggestion)))
                .count();
        return waiting.size() == AT_ONCE && decided > 0;
    }

    private boolean decide(Suggestion suggestion) {
        try {
            return work.decide(suggestion);
        } catch (Refusal refused) {
            work.leave(suggestion);
            return true;
        }
    }
}
