package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** What a list of petitions is sorted by; each has a direction of its own, which a reader may turn round. */
public enum PetitionOrder implements ClosedList {
    /** The newest first. */
    RECEIVED("收到时间", "Received"),
    /** What ends soonest first; petitions without a running limit last. */
    DUE("时限", "Time left"),
    /** In the order of a petition's life. */
    STATUS("状态", "State"),
    /** By the lead unit, in the order of the directory. */
    UNIT("单位", "Unit"),
    NUMBER("编号", "Number");

    /**
     * An order and whether it is turned round.
     *
     * @param reversed true for the other direction than the order's own
     */
    public record Sorting(PetitionOrder order, boolean reversed) {

        /** True when the earliest, the first or the smallest comes first. */
        public boolean ascending() {
            return reversed == (order == RECEIVED || order == NUMBER);
        }
    }

    /** How lists come when nothing is asked for. */
    public static final Sorting NEWEST = new Sorting(RECEIVED, false);

    private final Words words;

    PetitionOrder(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
