package cn.wenzheng.deadline;

import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Urgency;
import org.jspecify.annotations.Nullable;

/** How much time a unit has to handle a petition; start values, source: the domain reference, default service levels. */
enum ServiceLevel {
    LIFE(Elapsed.hours(2)),
    SUPPLY(Elapsed.hours(24)),
    URGENT(WorkingDays.of(1)),
    INQUIRY(WorkingDays.of(1)),
    NORMAL(WorkingDays.of(5));

    private final Budget handling;

    ServiceLevel(Budget handling) {
        this.handling = handling;
    }

    Budget handling() {
        return handling;
    }

    /** Urgency decides before kind; what is not known counts as the ordinary case. */
    static ServiceLevel of(@Nullable PetitionKind kind, @Nullable Urgency urgency) {
        return switch (urgency == null ? Urgency.NORMAL : urgency) {
            case LIFE -> LIFE;
            case SUPPLY -> SUPPLY;
            case URGENT -> URGENT;
            case NORMAL -> kind == PetitionKind.INQUIRY ? INQUIRY : NORMAL;
        };
    }
}
