package cn.wenzheng.deadline;

import org.springframework.stereotype.Component;

/** At which parts of a limit its holder hears of it before it ends; source: the domain reference, supervision ladder. */
@Component
class LadderPoints {

    /** When half of a limit is used up the holder is urged (催办). */
    int urgePercent() {
        return 50;
    }

    /** When four fifths are used up the limit is near (临期). */
    int nearPercent() {
        return 80;
    }
}
