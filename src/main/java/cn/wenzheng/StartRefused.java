package cn.wenzheng;

/** The program does not start, for a reason the administrator can remove; said in one sentence, Chinese first. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    StartRefused(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    /** What the administrator may do. */
    String remedy() {
        return remedy;
    }
}
