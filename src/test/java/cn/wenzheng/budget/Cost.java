package cn.wenzheng.budget;

/**
 * What some work cost the database.
 *
 * @param statements SQL statements executed, each entry of a batch one
 * @param writingCommits transactions that ended with something changed
 */
public record Cost(int statements, int writingCommits) {

    Cost minus(Cost earlier) {
        return new Cost(statements - earlier.statements, writingCommits - earlier.writingCommits);
    }
}
