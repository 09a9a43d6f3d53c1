package cn.wenzheng.notice;

import cn.wenzheng.access.UnreadNotices;
import cn.wenzheng.access.Window;
import cn.wenzheng.notice.NoticeList.Part;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Stage;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter of room {@code notice}: what a person has to know of, and that he knows it now.
 *
 * <p>Everybody asks for his own notices only. What is addressed to him is worked out from who he is at this moment, so
 * a new colleague and a deputy find what is open, and who has left an office hears no more of it.
 */
@Component
public class NoticeDesk implements UnreadNotices {

    /** Beyond this a figure says no more than "many". */
    private static final int MANY = 100;

    /** No list of open work is as long as this. */
    private static final int ALL = 1_000_000;

    private final NoticeList list;
    private final ReadMarks marks;
    private final Clock clock;

    NoticeDesk(NoticeList list, ReadMarks marks, Clock clock) {
        this.list = list;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * One page of a person's notices.
     *
     * @param total how many there are in all, or how many unread ones when only those were asked for
     */
    public record Page(List<Notice> items, long total, long unread) {}

    /** Newest first, each by itself. */
    public Page page(Actor actor, boolean unreadOnly, Window window) {
        List<Audience> audiences = Audience.of(actor);
        Part part = unreadOnly ? Part.UNREAD : Part.ALL;
        List<Notice> items = list.page(actor.id(), audiences, part, null, window);
        int unread = list.unread(actor.id(), audiences, ALL);
        return new Page(items, unreadOnly ? unread : list.count(audiences), unread);
    }

    /** The notices of one kind, newest first. */
    public List<Notice> ofKind(Actor actor, NoticeKind kind, Window window) {
        return list.page(actor.id(), Audience.of(actor), Part.ALL, kind, window);
    }

    /** Newest first, without the unread ones that {@link #bundles} tell. */
    public List<Notice> besideBundles(Actor actor, Window window) {
        return list.page(actor.id(), Audience.of(actor), Part.BESIDE_BUNDLES, null, window);
    }

    /** The unread notices to the person's roles at the centre, one line for each kind. */
    public List<Bundle> bundles(Actor actor) {
        return list.bundles(actor.id(), Audience.of(actor));
    }

    @Override
    public int of(Actor actor) {
        List<Audience> audiences = Audience.of(actor);
        return audiences.isEmpty() ? 0 : list.unread(actor.id(), audiences, MANY);
    }

    /** Marks one notice as read and says what it was; one that is not the person's does not exist for him. */
    @Transactional
    public Notice read(long id, Actor actor) {
        Notice notice = list.one(id, actor.id(), Audience.of(actor)).orElseThrow(Refusal::notFound);
        if (!notice.read()) {
            marks.read(actor.id(), id);
        }
        return notice;
    }

    /** Marks what one line of bundled notices stands for. */
    @Transactional
    public void readBundle(NoticeKind kind, @Nullable Stage about, Actor actor) {
        marks.readBundle(actor.id(), Audience.of(actor), kind, about == null ? null : about.code(), clock.instant());
    }

    /** Marks everything up to now. */
    @Transactional
    public void readAll(Actor actor) {
        marks.readAll(actor.id(), Audience.of(actor), clock.instant());
    }
}
