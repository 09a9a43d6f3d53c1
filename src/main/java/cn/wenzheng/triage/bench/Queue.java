package cn.wenzheng.triage.bench;

/**
 * The queue in SQL: its order and what of it a tab may have. Asks for {@code tab}, {@code operator}, {@code lapse} and
 * {@code now}.
 */
final class Queue {

    /** Alive: nobody else may take it. */
    static final String ALIVE = "beat_at > clock_timestamp() - make_interval(secs => :lapse)";

    /** The order of the queue, over a petition {@code p}. */
    static final String ORDER = " ORDER BY (p.urgency <> 'LIFE'), p.promised_by, p.received_at, p.number";

    /** What a tab could take, over a petition {@code p}. */
    static final String FREE = """
             p.status = 'RECEIVED'
               AND NOT EXISTS (SELECT 1 FROM bench_lease l WHERE l.petition = p.number AND (l.tab = :tab AND l.operator = :operator OR l.%s))
               AND NOT EXISTS (SELECT 1 FROM bench_put_off o
                               WHERE o.petition = p.number AND o.operator = :operator AND o.until > :now)
            """.formatted(ALIVE);

    /**
     * Shown so short a time ago that whoever has it before him is deciding: a danger to life has minutes, and a page that
     * was left open saves nobody.
     */
    static final String JUST_SHOWN = "shown_at > cast(:now AS timestamptz) - interval '2 minutes'";

    /** A danger to life that nobody is deciding, over a petition {@code p}; that it is somebody's next one does not save anybody. */
    static final String DANGER_UNSEEN = """
             p.status = 'RECEIVED' AND p.urgency = 'LIFE'
               AND NOT EXISTS (SELECT 1 FROM bench_lease l WHERE l.petition = p.number AND l.%s AND l.%s)
            """.formatted(JUST_SHOWN, ALIVE);

    /** The order among dangers to life, by an index of their own. */
    static final String DANGER_ORDER = " ORDER BY p.promised_by, p.received_at, p.number";

    private Queue() {}
}
