package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Outcome;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Lets a call have its time and not more, whatever its library waits for. */
@Component
class HardTime implements DisposableBean {

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "platform-call");
        thread.setDaemon(true);
        return thread;
    });

    /** A call that is cut off, or that fails in a way nobody has foreseen, may have arrived. */
    Outcome within(Duration time, Supplier<Outcome> call) {
        Future<Outcome> running = threads.submit(call::get);
        try {
            return running.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            running.cancel(true);
            return new Outcome.Unknown("time-out");
        } catch (ExecutionException failed) {
            return new Outcome.Unknown(
                    NestedExceptionUtils.getMostSpecificCause(failed).getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.Unknown("stopped");
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
