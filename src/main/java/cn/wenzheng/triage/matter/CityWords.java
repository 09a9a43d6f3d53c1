package cn.wenzheng.triage.matter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is common in this city's petitions, counted anew now and then: new names become known, old ones ordinary. */
@Component
class CityWords {

    private static final Duration GOOD_FOR = Duration.ofHours(1);

    /** As many as say what is common; a name that no one of them has is a rare one. */
    private static final int NEWEST = 5_000;

    private final SignatureRows rows;
    private final Clock clock;
    private volatile @Nullable Counted counted;

    CityWords(SignatureRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    private record Counted(Commonness commonness, Instant at) {}

    Commonness commonness() {
        Instant now = clock.instant();
        Counted last = counted;
        if (last == null || last.at().plus(GOOD_FOR).isBefore(now)) {
            last = new Counted(Everyday.with(rows.newest(NEWEST)), now);
            counted = last;
        }
        return last.commonness();
    }
}
