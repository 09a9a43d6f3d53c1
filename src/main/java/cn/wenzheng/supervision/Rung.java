package cn.wenzheng.supervision;

import cn.wenzheng.organization.ClosedList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How high a matter stands on the supervision ladder; each rung is a slip of its own.
 *
 * <p>Source: the domain reference, supervision ladder. Blue warns before a limit's end, yellow follows when it is missed,
 * red when yellow is not met. When each comes is a row of room {@code deadline}.
 */
public enum Rung implements ClosedList {
    BLUE("蓝色督办单", "Blue slip"),
    YELLOW("黄色督办单", "Yellow slip"),
    RED("红色督办单", "Red slip"),
    /** The head of supervision rules; the term is that of a supervised case. */
    RAISED("提级督办", "Raised supervision");

    private final Words words;

    Rung(String zh, String en) {
        this.words = new Words(zh, en);
    }

    /** True when nothing is above. */
    public boolean isTop() {
        return this == RAISED;
    }

    Rung above() {
        return isTop() ? this : values()[ordinal() + 1];
    }

    List<Rung> allAbove() {
        return Stream.of(values()).filter(rung -> rung.compareTo(this) > 0).toList();
    }

    @Override
    public Words words() {
        return words;
    }
}
