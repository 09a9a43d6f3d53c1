package cn.wenzheng.supervision;

/** The process that carries a supervision slip; kept by room {@code process}. */
public interface SupervisionProcess {

    /** Starts the process of a slip, in the caller's transaction; its business key is the petition's number. */
    void begin(String slip, String petition, String unit);
}
