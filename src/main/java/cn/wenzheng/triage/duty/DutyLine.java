package cn.wenzheng.triage.duty;

import cn.wenzheng.organization.KeptDuty;

/**
 * A row of the directory with what the directory makes of it today.
 *
 * @param counts true when it is the one that answers
 * @param overlaps true when another row says something of the same topic and area on the same day
 * @param closed true when its unit is no more, so that it answers nothing
 */
record DutyLine(KeptDuty row, boolean counts, boolean overlaps, boolean closed) {

    /** True when the unit is responsible or assists. */
    boolean names(String unit) {
        return unit.equals(row.unit()) || row.assisting().contains(unit);
    }
}
