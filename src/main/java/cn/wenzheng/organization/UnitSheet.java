package cn.wenzheng.organization;

import java.util.List;
import java.util.Map;

/**
 * A unit with what it still has to do.
 *
 * @param open how much of each kind is open; kinds of which there is none are absent
 * @param heirs to whom the work can go: the unit above and those beside it, as far as people work there
 */
public record UnitSheet(KeptUnit kept, Map<OpenWork.Kind, Long> open, List<Unit> heirs) {

    /** True when nobody is left waiting by closing it. */
    public boolean mayClose() {
        return kept.isOpen() && !kept.unit().isCentre() && open.isEmpty();
    }
}
