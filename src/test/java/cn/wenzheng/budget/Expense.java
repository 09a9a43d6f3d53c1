package cn.wenzheng.budget;

/**
 * What one petition cost, on average.
 *
 * @param walBytes what was written to the server's log
 * @param jvmMillis CPU time of this JVM
 * @param serverMillis CPU time of the database server
 * @param perSecond petitions a second, by the wall clock
 */
public record Expense(
        double statements,
        double writingCommits,
        double walBytes,
        double jvmMillis,
        double serverMillis,
        double perSecond) {

    @Override
    public String toString() {
        return "%.1f statements, %.1f writing commits, %.0f WAL bytes, CPU %.1f ms JVM + %.1f ms PostgreSQL, %.1f/s"
                .formatted(statements, writingCommits, walBytes, jvmMillis, serverMillis, perSecond);
    }
}
