package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** Why a clock was moved; the reasons of a pause stand here under their own codes. */
public enum MoveCause implements ClosedList {
    WAITING_FOR_PETITIONER(PauseReason.WAITING_FOR_PETITIONER.words()),
    OTHER_PROCEDURE(PauseReason.OTHER_PROCEDURE.words()),
    SEASON(PauseReason.SEASON.words()),
    THIRD_PARTY(PauseReason.THIRD_PARTY.words()),
    OTHER(PauseReason.OTHER.words()),
    END_REACHED(new Words("中止期满", "End of the pause")),
    CENTRE_RESUMED(new Words("中心恢复", "Resumed by the centre")),
    PETITIONER_SPOKE(new Words("诉求人已回应", "The petitioner has spoken")),
    UNIT_ACTED(new Words("单位已答复或退单", "The unit has acted")),
    CLASSIFIED_ANEW(new Words("重新归类", "Classified anew")),
    DANGER_HEARD(new Words("可能危及生命", "A life may be in danger")),
    EXTENSION_GRANTED(new Words("同意延期", "Extension granted")),
    DECISION_UNDONE(new Words("撤销决定", "Decision taken back")),
    RETURNED(new Words("单位退单", "Returned by the unit")),
    REASSIGNED(new Words("改派", "Re-dispatched")),
    MATTER_LEAD_CHANGED(new Words("接替事项主件", "Another petition leads the matter")),
    CALENDAR_EDITED(new Words("日历调整", "Calendar edited")),
    PLAN_PUBLISHED(new Words("放假安排公布", "Holiday plan published")),
    SWEPT(new Words("巡检校正", "Found by the sweeper"));

    private final Words words;

    MoveCause(Words words) {
        this.words = words;
    }

    static MoveCause of(PauseReason reason) {
        return valueOf(reason.name());
    }

    @Override
    public Words words() {
        return words;
    }
}
