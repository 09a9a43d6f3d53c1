package cn.wenzheng.petition.delivery;

/** The tasks of a delivery's process, under the names the diagram uses. */
public enum DeliveryTask {
    CLEAR_ANSWER("ClearAnswer"),
    REDIRECT_ANSWER("RedirectAnswer"),
    SETTLE_ANSWER("SettleAnswer");

    private final String word;

    DeliveryTask(String word) {
        this.word = word;
    }

    /** The word in the diagram, for example {@code ClearAnswer}. */
    public String word() {
        return word;
    }
}
