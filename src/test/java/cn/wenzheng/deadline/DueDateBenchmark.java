package cn.wenzheng.deadline;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What the due date of one petition costs; to stay below 50 µs once warm.
 *
 * <p>No part of the build: run its main method, for instance with {@code mvn test-compile exec:java
 * -Dexec.classpathScope=test -Dexec.mainClass=cn.wenzheng.deadline.DueDateBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DueDateBenchmark {

    private final WorkingTime work = PlanOf2026.calendar();
    private final Instant evening = City.at("2026-02-14 17:50");
    private final Instant march = City.at("2026-03-10 10:00");
    private final Instant beforeTheFestival = City.at("2026-02-13 10:00");
    private final Budget week = WorkingDays.of(5);
    private final Budget threeWeeks = WorkingDays.of(15);

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(DueDateBenchmark.class.getSimpleName())
                        .build())
                .run();
    }

    @Benchmark
    public Instant promise() {
        return Promise.WHOLE.end(evening, work);
    }

    @Benchmark
    public Instant fiveWorkingDays() {
        return week.end(march, work);
    }

    @Benchmark
    public Instant fifteenWorkingDaysOverSpringFestival() {
        return threeWeeks.end(beforeTheFestival, work);
    }
}
