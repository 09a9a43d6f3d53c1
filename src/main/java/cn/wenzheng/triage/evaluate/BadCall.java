package cn.wenzheng.triage.evaluate;

/** A call that cannot be answered; the message says in one line what is wrong with it. */
public final class BadCall extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BadCall(String what) {
        super(what);
    }
}
