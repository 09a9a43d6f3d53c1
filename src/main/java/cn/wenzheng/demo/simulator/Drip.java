package cn.wenzheng.demo.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** An answer that comes byte by byte: the connection lives, and the end never comes in time. */
final class Drip {

    private final byte[] bytes;
    private final ScheduledExecutorService hand;
    private final Duration pause;
    private final ResponseBodyEmitter emitter = new ResponseBodyEmitter(0L);
    private int sent;

    Drip(ResponseEntity<byte[]> answer, ScheduledExecutorService hand, Duration pause) {
        byte[] body = answer.getBody();
        this.bytes = body == null ? new byte[0] : body;
        this.hand = hand;
        this.pause = pause;
    }

    ResponseBodyEmitter emitter() {
        next();
        return emitter;
    }

    private void next() {
        try {
            hand.schedule(this::drop, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            emitter.complete();
        }
    }

    private void drop() {
        try {
            if (sent >= bytes.length) {
                emitter.complete();
                return;
            }
            emitter.send(new byte[] {bytes[sent++]});
            next();
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        }
    }
}
