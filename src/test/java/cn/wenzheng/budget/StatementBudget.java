package cn.wenzheng.budget;

/** What the product may cost the database. */
public final class StatementBudget {

    /** Statements of one petition above those of the bare engine. */
    private static final int ABOVE_THE_ENGINE = 75;

    private static final int WRITING_COMMITS = 8;

    /** Statements of one page of a list, however long the list is. */
    private static final int LIST = 8;

    private StatementBudget() {}

    public static void checkPetition(Cost product, Cost bareEngine) {
        int above = product.statements() - bareEngine.statements();
        require(above <= ABOVE_THE_ENGINE, "statements above the bare engine's", above, ABOVE_THE_ENGINE);
        require(
                product.writingCommits() <= WRITING_COMMITS,
                "writing commits",
                product.writingCommits(),
                WRITING_COMMITS);
    }

    public static void checkList(Cost list) {
        require(list.statements() <= LIST, "statements for a list", list.statements(), LIST);
    }

    private static void require(boolean kept, String what, int count, int most) {
        if (!kept) {
            throw new AssertionError(count + " " + what + ", at most " + most + " are allowed");
        }
    }
}
