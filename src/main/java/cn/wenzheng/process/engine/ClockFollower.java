package cn.wenzheng.process.engine;

import java.time.Clock;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.joda.time.DateTimeUtils;

/**
 * Lets the engine read the product's one clock: timers, due dates and history follow it at once when it is moved.
 *
 * <p>The engine's clock is one for the whole JVM. Where a test has several engines, each command reads the clock of its
 * own engine, whatever the others' jobs do meanwhile; outside any command that of the latest holds.
 */
final class ClockFollower extends CommandInterceptor {

    private static final ThreadLocal<DateTimeUtils.MillisProvider> OF_THIS_COMMAND = new ThreadLocal<>();

    private static volatile DateTimeUtils.MillisProvider latest = System::currentTimeMillis;

    private static final DateTimeUtils.MillisProvider FOLLOWED = () -> {
        DateTimeUtils.MillisProvider own = OF_THIS_COMMAND.get();
        return (own == null ? latest : own).getMillis();
    };

    private final DateTimeUtils.MillisProvider clock;

    ClockFollower(Clock clock) {
        this.clock = clock::millis;
    }

    @Override
    public <T> T execute(Command<T> command) {
        DateTimeUtils.MillisProvider outer = OF_THIS_COMMAND.get();
        latest = clock;
        OF_THIS_COMMAND.set(clock);
        // Each time, as others reset the JVM's clock too.
        DateTimeUtils.setCurrentMillisProvider(FOLLOWED);
        try {
            return next.execute(command);
        } finally {
            if (outer == null) {
                OF_THIS_COMMAND.remove();
            } else {
                OF_THIS_COMMAND.set(outer);
            }
        }
    }
}
