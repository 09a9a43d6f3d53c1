package cn.wenzheng.budget;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts statements and writing commits over all connections of one data source. */
public final class StatementCounter implements QueryExecutionListener, MethodExecutionListener {

    /** A row lock takes part too: it costs a transaction number and a commit record. */
    private static final Pattern WRITE = Pattern.compile(
            "\\s*(INSERT|UPDATE|DELETE|MERGE|WITH\\b.*\\b(INSERT|UPDATE|DELETE)\\b|SELECT\\b.*\\bFOR\\s+(NO\\s+KEY\\s+)?UPDATE\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The product's own hands look for work now and then, whatever is counted; that is nobody's request. */
    private static final Pattern OWN_HAND = Pattern.compile("import|calendar-edits|channel-.*|scheduling-.*");

    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger writingCommits = new AtomicInteger();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    /** Some work whose cost is asked for. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    DataSource counted(DataSource dataSource) {
        return ProxyDataSourceBuilder.create(dataSource)
                .listener(this)
                .methodListener(this)
                .build();
    }

    public Cost of(Work work) throws Exception {
        Cost before = soFar();
        work.run();
        return soFar().minus(before);
    }

    private Cost soFar() {
        return new Cost(statements.get(), writingCommits.get());
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (OWN_HAND.matcher(Thread.currentThread().getName()).matches()) {
            return;
        }
        statements.addAndGet(execution.isBatch() ? execution.getBatchSize() : queries.size());
        if (queries.stream().noneMatch(query -> WRITE.matcher(query.getQuery()).matches())) {
            return;
        }
        if (commitsItself(execution)) {
            writingCommits.incrementAndGet();
        } else {
            changed.add(execution.getConnectionId());
        }
    }

    private static boolean commitsItself(ExecutionInfo execution) {
        try {
            return execution.getStatement().getConnection().getAutoCommit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void afterMethod(MethodExecutionContext method) {
        String name = method.getMethod().getName();
        boolean toTheBeginning = method.getMethod().getParameterCount() == 0;
        if (name.equals("rollback") && toTheBeginning) {
            changed.remove(method.getConnectionInfo().getConnectionId());
        }
        if (name.equals("commit") && changed.remove(method.getConnectionInfo().getConnectionId())) {
            writingCommits.incrementAndGet();
        }
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // Counted when it has been executed.
    }

    @Override
    public void beforeMethod(MethodExecutionContext method) {
        // Counted when it has been executed.
    }
}
