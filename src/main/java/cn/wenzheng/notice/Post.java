package cn.wenzheng.notice;

import cn.wenzheng.organization.ClosedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one event has to say: which of the petition's earlier notices it settles, and who hears what. */
final class Post {

    final @Nullable String petition;
    final Instant at;
    private final List<Line> lines = new ArrayList<>();
    private Settled settled = Settled.NOTHING;
    private @Nullable String settledUnit;
    private final @Nullable NoticeAccount account;
    private @Nullable String slip;
    private @Nullable ClosedList about;

    /** Which notices stop to call, whoever has read them. */
    enum Settled {
        NOTHING,
        /** The work of all who had the petition until now, or of one unit. */
        WORK,
        /** What was said of the slip before. */
        SLIP
    }

    /**
     * One audience that hears of it.
     *
     * @param unit whose matter it is; null where no unit has a part yet
     */
    record Line(
            Audience audience, NoticeKind kind, @Nullable String unit) {}

    Post(String petition, Instant at) {
        this.petition = petition;
        this.account = null;
        this.at = at;
    }

    /** About an account on a platform, and no petition. */
    Post(NoticeAccount account, Instant at) {
        this.petition = null;
        this.account = account;
        this.at = at;
    }

    /** The petition has moved on: what was to be done about it is done. */
    Post settlesWork() {
        settled = Settled.WORK;
        return this;
    }

    /** The unit has nothing to do about the petition any more. */
    Post settlesWorkOf(String unit) {
        settledUnit = unit;
        return settlesWork();
    }

    Post of(String slipId) {
        slip = slipId;
        return this;
    }

    Post settlesSlip() {
        settled = Settled.SLIP;
        return this;
    }

    /** A word of the event's own beside the kind: the stage, the slip's rung, how the citizen spoke. */
    Post about(ClosedList word) {
        about = word;
        return this;
    }

    Post to(Audience audience, NoticeKind kind, @Nullable String unit) {
        lines.add(new Line(audience, kind, unit));
        return this;
    }

    List<Line> lines() {
        return lines;
    }

    Settled settled() {
        return settled;
    }

    @Nullable
    String settledUnit() {
        return settledUnit;
    }

    @Nullable
    NoticeAccount account() {
        return account;
    }

    @Nullable
    String slip() {
        return slip;
    }

    @Nullable
    ClosedList about() {
        return about;
    }
}
