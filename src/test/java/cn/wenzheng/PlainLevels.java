package cn.wenzheng;

import cn.wenzheng.deadline.ServiceLevel;
import cn.wenzheng.deadline.ServiceLevels;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Urgency;

/** Stands in for the decision table where there is no engine. */
public final class PlainLevels implements ServiceLevels {

    @Override
    public ServiceLevel of(Known known) {
        if (known.urgency() != null && known.urgency() != Urgency.NORMAL) {
            return ServiceLevel.valueOf(known.urgency().name());
        }
        if (known.complex()) {
            return ServiceLevel.COMPLEX;
        }
        if (known.topicLevel() != null) {
            return known.topicLevel();
        }
        if (known.handlerLevel() != null) {
            return known.handlerLevel();
        }
        return known.kind() == PetitionKind.INQUIRY ? ServiceLevel.INQUIRY : ServiceLevel.NORMAL;
    }
}
