package cn.wenzheng.organization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table would change, and what is wrong with it; with anything wrong, nothing of it goes in.
 *
 * @param created how many rows bring something new
 * @param changed how many rows change something
 * @param unchanged how many rows say what is so already
 * @param changes the new and the changed rows in the file's order
 * @param problems what is wrong, in the file's order
 */
public record ImportPlan(int created, int changed, int unchanged, List<Change> changes, List<RowProblem> problems) {

    /**
     * One row that brings a change.
     *
     * @param key the code or account it speaks of
     */
    public record Change(int line, String key, boolean isNew, List<Fact> facts) {}

    /**
     * A column that is other than before.
     *
     * @param before null for a new row
     */
    public record Fact(String column, @Nullable String before, String after) {}

    /** Tells one plan from another: the same file against a city that has changed is another plan. */
    byte[] fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            changes.forEach(change -> digest.update(change.toString().getBytes(StandardCharsets.UTF_8)));
            problems.forEach(problem -> digest.update((problem.line()
                            + problem.reason().slug()
                            + List.of(problem.reason().arguments()))
                    .getBytes(StandardCharsets.UTF_8)));
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
