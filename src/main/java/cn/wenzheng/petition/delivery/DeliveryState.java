package cn.wenzheng.petition.delivery;

import cn.wenzheng.organization.ClosedList;
import java.util.List;
import java.util.stream.Stream;

/** Where an answer stands on its way (送达状态). */
public enum DeliveryState implements ClosedList {
    /** Another of its conversation goes first. */
    WAITING("排队中", "In the queue", Group.WAITING),
    SENDING("发送中", "Being sent", Group.WAITING),
    /** The platform, a quota or a switched-off account lets it wait until an instant. */
    HELD("等待发送", "Held back", Group.WAITING),
    /** All tries have failed. */
    FAILED("多次发送失败", "Failed", Group.TROUBLE),
    TO_CLEAR("待核准文字", "Words to be cleared", Group.DECIDE),
    TO_REDIRECT("待改道", "To be redirected", Group.DECIDE),
    TO_SETTLE("待核实", "Fate to be settled", Group.DECIDE),
    SENT("已送出", "Sent", Group.SENT),
    BY_HAND("已人工告知", "Told by hand", Group.SENT),
    GIVEN_UP("不再发送", "Given up", Group.DROPPED),
    CANCELLED("已取消", "Cancelled", Group.DROPPED);

    /** The lists of the back office (送达分类). */
    public enum Group implements ClosedList {
        DECIDE("待决定", "To decide"),
        TROUBLE("发送失败", "In trouble"),
        WAITING("等待中", "Waiting"),
        SENT("已送达", "Delivered"),
        DROPPED("未送出", "Not sent");

        private final Words words;

        Group(String zh, String en) {
            this.words = new Words(zh, en);
        }

        /** The names of its states, as the table keeps them. */
        public String[] states() {
            return Stream.of(DeliveryState.values())
                    .filter(state -> state.group == this)
                    .map(Enum::name)
                    .toArray(String[]::new);
        }

        public boolean isOver() {
            return this == SENT || this == DROPPED;
        }

        @Override
        public Words words() {
            return words;
        }
    }

    /** Where a person has to act. */
    public static final List<Group> FOR_PEOPLE = List.of(Group.DECIDE, Group.TROUBLE);

    private final Words words;
    private final Group group;

    DeliveryState(String zh, String en, Group group) {
        this.words = new Words(zh, en);
        this.group = group;
    }

    public Group group() {
        return group;
    }

    public boolean isOver() {
        return group.isOver();
    }

    @Override
    public Words words() {
        return words;
    }
}
