package cn.wenzheng.notice;

import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.petition.ReturnGround;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.petition.TimelineEvent;
import cn.wenzheng.petition.delivery.AccountTrouble;
import cn.wenzheng.petition.delivery.DeliveryState;
import cn.wenzheng.supervision.Rung;
import cn.wenzheng.triage.alone.OffWhy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a notice is about; source: the city's list of what its people must not miss. */
public enum NoticeKind implements ClosedList {
    /** Something waits to be done: accept, assign, handle, review or call back. */
    NEW_TASK("新任务", "New task", Urgency.DIGEST, Topic.WORK, Stage.class),
    /** Half of a limit is used up. */
    URGED("催办", "Urged", Urgency.DIGEST, Topic.WORK, Stage.class),
    /** Four fifths of a limit are used up; told by slips now. */
    NEAR_EXPIRY("临期提醒", "Near expiry", Urgency.DIGEST, Topic.WORK, Stage.class),
    /** Told by slips now. */
    OVERDUE("已超期", "Overdue", Urgency.AT_ONCE, Topic.WORK, Stage.class),
    SENT_BACK("退回重办", "Sent back", Urgency.DIGEST, Topic.WORK, Stage.class),
    /** The citizen has said something more. */
    MESSAGE("诉求人留言", "Message from the petitioner", Urgency.DIGEST, Topic.WORK, TimelineEvent.class),
    RETURNED("单位退单", "Returned by a unit", Urgency.DIGEST, Topic.WORK, ReturnGround.class),
    /** The petition was given to another unit. */
    TAKEN_AWAY("已改派他单位", "Re-dispatched away", Urgency.DIGEST, Topic.NEWS, Stage.class),
    SLIP_ISSUED("督办单发出", "Slip issued", Urgency.AT_ONCE, Topic.SLIP, Rung.class),
    SLIP_RAISED("督办单提级", "Slip raised", Urgency.AT_ONCE, Topic.SLIP, Rung.class),
    SLIP_ANSWERED("督办单已反馈", "Slip answered", Urgency.AT_ONCE, Topic.SLIP, Rung.class),
    SLIP_LIFTED("督办单解除", "Slip lifted", Urgency.AT_ONCE, Topic.NEWS, Rung.class),
    SLIP_RULED("督办单裁定", "Slip ruled on", Urgency.AT_ONCE, Topic.NEWS, Rung.class),
    /** An answer does not go out by itself. */
    DELIVERY_STUCK("答复送达受阻", "Answer not delivered", Urgency.DIGEST, Topic.NEWS, DeliveryState.class),
    /** An account on a platform needs an administrator. */
    ACCOUNT_TROUBLE("渠道账号告警", "Channel account alarm", Urgency.DIGEST, Topic.NEWS, AccountTrouble.class),
    /** Too much of what the system had decided by itself came back. */
    ALONE_SWITCHED_OFF("自动受理已停止", "Deciding alone has stopped", Urgency.AT_ONCE, Topic.NEWS, OffWhy.class),
    /** A calendar was set right: nothing was missed. */
    SLIP_UNDONE("督办单撤销", "Slip undone", Urgency.DIGEST, Topic.NEWS, Rung.class);

    /** How long an e-mail may wait. */
    enum Urgency {
        AT_ONCE,
        DIGEST
    }

    /** What settles a notice: it stops to call when that has happened, read or not. */
    enum Topic {
        /** The petition has moved on. */
        WORK,
        /** The slip has moved on. */
        SLIP,
        /** Nothing: it has happened, and the reader takes note of it. */
        NEWS
    }

    private final Words words;
    private final Urgency urgency;
    private final Topic topic;
    private final Class<? extends ClosedList> abouts;

    NoticeKind(String zh, String en, Urgency urgency, Topic topic, Class<? extends ClosedList> abouts) {
        this.words = new Words(zh, en);
        this.urgency = urgency;
        this.topic = topic;
        this.abouts = abouts;
    }

    boolean isUrgent() {
        return urgency == Urgency.AT_ONCE;
    }

    Topic topic() {
        return topic;
    }

    /** The word beside the kind, by its code; null for none and for one that is no longer in its list. */
    @Nullable
    ClosedList about(@Nullable String code) {
        return Stream.of(abouts.getEnumConstants())
                .map(ClosedList.class::cast)
                .filter(word -> word.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Words words() {
        return words;
    }
}
