package cn.wenzheng.triage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The duty directory (派单目录): whose a topic is in an area, and which clause says so. */
public interface Duties {

    /**
     * One duty.
     *
     * @param unit the code of the responsible unit
     * @param assisting the codes of the units that assist
     * @param level the code of the service level; null when the topic's own holds
     * @param clause where it is written that the unit is responsible
     */
    record Duty(
            String unit, List<String> assisting, @Nullable String level, String clause) {}

    /**
     * The duty for a leaf of the category tree as of today: that of the area, else of the areas above it, else of the
     * whole city.
     *
     * @param area the code of a unit of level 2 to 4 whose territory it is; null when the place is not known
     */
    Optional<Duty> of(String leaf, @Nullable String area);

    /** For each topic with duties a mark of what they are today: the same at every node, another when they change. */
    Map<String, String> marks();
}
