package cn.wenzheng.deadline;

import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Urgency;
import org.jspecify.annotations.Nullable;

/** The decision which service level a petition has; the table is kept by room {@code process}. */
public interface ServiceLevels {

    /**
     * What is known of a petition; what is not known yet is null.
     *
     * @param complex true when the centre has approved that it is difficult
     * @param topicLevel the level an administrator gave the topic or a topic above it
     * @param handlerLevel the level an administrator gave the unit
     */
    record Known(
            @Nullable PetitionKind kind,
            @Nullable Urgency urgency,
            boolean complex,
            @Nullable ServiceLevel topicLevel,
            @Nullable ServiceLevel handlerLevel) {}

    ServiceLevel of(Known known);
}
