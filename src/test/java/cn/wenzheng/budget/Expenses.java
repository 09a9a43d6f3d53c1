package cn.wenzheng.budget;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures what petitions cost: statements, commits, log and processor. */
public final class Expenses {

    private final StatementCounter counter;
    private final JdbcClient superuser;
    private final int threads;

    public Expenses(StatementCounter counter, JdbcClient superuser, int threads) {
        this.counter = counter;
        this.superuser = superuser;
        this.threads = threads;
    }

    /** Carries so many petitions, one piece of work each. */
    public Expense of(int petitions, StatementCounter.Work each) throws Exception {
        return ofAll(petitions, () -> together(petitions, each));
    }

    /** Carries so many petitions in one piece of work. */
    public Expense ofAll(int petitions, StatementCounter.Work work) throws Exception {
        long log = log();
        Duration jvm = cpuOf(ProcessHandle.current());
        Duration server = cpuOfServer();
        long begin = System.nanoTime();
        Cost cost = counter.of(work);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Expense(
                (double) cost.statements() / petitions,
                (double) cost.writingCommits() / petitions,
                (double) (log() - log) / petitions,
                (double) cpuOf(ProcessHandle.current()).minus(jvm).toMillis() / petitions,
                (double) cpuOfServer().minus(server).toMillis() / petitions,
                petitions / seconds);
    }

    private void together(int petitions, StatementCounter.Work each) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int petition = 0; petition < petitions; petition++) {
                all.add(() -> {
                    each.run();
                    return null;
                });
            }
            for (Future<Void> one : people.invokeAll(all)) {
                one.get();
            }
        } finally {
            people.shutdown();
        }
    }

    private long log() {
        return superuser
                .sql("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')")
                .query(Long.class)
                .single();
    }

    /** The server notes its first process; it is no child of this JVM any more. */
    private Duration cpuOfServer() {
        long first = superuser
                .sql("SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)::bigint")
                .query(Long.class)
                .single();
        ProcessHandle postmaster = ProcessHandle.of(first).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.children())
                .map(Expenses::cpuOf)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration cpuOf(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
