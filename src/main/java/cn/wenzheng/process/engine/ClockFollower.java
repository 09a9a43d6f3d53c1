package cn.wenzheng.process.engine;

import java.time.Clock;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.joda.time.DateTimeUtils;

/**
 * Lets the engine read the product's one clock: timers, due dates and history follow it at once when it is moved.
 *
 * <p>The engine's clock is one for the whole JVM; set before each command it is right even where a test has several
 * engines.
 */
final class ClockFollower extends CommandInterceptor {

    private final DateTimeUtils.MillisProvider clock;

    ClockFollower(Clock clock) {
        this.clock = clock::millis;
    }

    @Override
    public <T> T execute(Command<T> command) {
        DateTimeUtils.setCurrentMillisProvider(clock);
        return next.execute(command);
    }
}
