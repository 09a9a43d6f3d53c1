package cn.wenzheng.demo.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Answers a call the way its platform behaves now: well, late, wrongly or never. What waits holds no thread.
 *
 * <p>A platform that is down, or has something in front of it that answers in its place, takes nothing. One that never
 * answers has taken what was sent: that is what the other side cannot know.
 */
@Simulated("simulatedStage")
class Stage implements SmartLifecycle {

    /** Longer than any caller waits. */
    private static final Duration NEVER = Duration.ofMinutes(2);

    private static final Duration DRIP = Duration.ofSeconds(1);

    private final Behaviours behaviours;
    private final Set<DeferredResult<ResponseEntity<byte[]>>> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService hand =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "simulated-platforms"));
    private volatile boolean running;

    Stage(Behaviours behaviours) {
        this.behaviours = behaviours;
    }

    /** @param take takes the call and says what the platform answers to it */
    Object play(Platform platform, Supplier<ResponseEntity<byte[]>> take) {
        Behaviour behaviour = behaviours.of(platform);
        if (behaviour.is(Switch.DOWN)) {
            return text(503, MediaType.TEXT_PLAIN, "down");
        }
        if (behaviour.is(Switch.ANSWER, "html")) {
            return text(200, MediaType.TEXT_HTML, "<html><body>Please wait</body></html>");
        }
        if (behaviour.is(Switch.ANSWER, "502")) {
            return text(502, MediaType.TEXT_HTML, "<html><body>Bad Gateway</body></html>");
        }
        ResponseEntity<byte[]> answer = take.get();
        if (behaviour.is(Switch.ANSWER, "empty")) {
            return text(200, MediaType.TEXT_PLAIN, "");
        }
        if (behaviour.is(Switch.ANSWER, "slow-drip")) {
            return new Drip(answer, hand, DRIP).emitter();
        }
        Duration delay = behaviour.is(Switch.NEVER_ANSWERS) ? NEVER : behaviour.duration(Switch.DELAY, Duration.ZERO);
        return delay.isZero() ? answer : later(answer, delay);
    }

    private DeferredResult<ResponseEntity<byte[]>> later(ResponseEntity<byte[]> answer, Duration delay) {
        DeferredResult<ResponseEntity<byte[]>> result = new DeferredResult<>(NEVER.toMillis());
        result.onCompletion(() -> waiting.remove(result));
        result.onTimeout(() -> result.setResult(text(503, MediaType.TEXT_PLAIN, "")));
        waiting.add(result);
        if (delay.compareTo(NEVER) < 0) {
            hand.schedule(() -> result.setResult(answer), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
        return result;
    }

    static ResponseEntity<byte[]> text(int status, MediaType type, String text) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void start() {
        running = true;
    }

    /** Nobody's stop waits for an answer that never comes. */
    @Override
    public void stop() {
        running = false;
        waiting.forEach(result -> result.setResult(text(503, MediaType.TEXT_PLAIN, "")));
        hand.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
