package cn.wenzheng.deadline;

import cn.wenzheng.petition.PetitionMinutes.Share;

/**
 * What a lead unit has had of many petitions (责任时间).
 *
 * @param petitions how many it led for a while
 * @param minutes all it has held
 * @param chargedMinutes without those of returns that were agreed to
 * @param chargedWorkingMinutes the same within its working hours
 */
public record UnitMinutes(
        String unit,
        long petitions,
        long minutes,
        long workingMinutes,
        long chargedMinutes,
        long chargedWorkingMinutes) {

    static UnitMinutes of(Share part) {
        return new UnitMinutes(
                String.valueOf(part.unit()),
                1,
                part.minutes(),
                part.workingMinutes(),
                part.charged() ? part.minutes() : 0,
                part.charged() ? part.workingMinutes() : 0);
    }

    /** More of the same petition. */
    UnitMinutes sameCase(UnitMinutes more) {
        return sum(more, petitions);
    }

    /** Another petition. */
    UnitMinutes plus(UnitMinutes more) {
        return sum(more, petitions + more.petitions);
    }

    private UnitMinutes sum(UnitMinutes more, long cases) {
        return new UnitMinutes(
                unit,
                cases,
                minutes + more.minutes,
                workingMinutes + more.workingMinutes,
                chargedMinutes + more.chargedMinutes,
                chargedWorkingMinutes + more.chargedWorkingMinutes);
    }
}
