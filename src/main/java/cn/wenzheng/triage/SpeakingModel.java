package cn.wenzheng.triage;

import cn.wenzheng.triage.text.TopicModel;
import java.util.Optional;

/** The model that has been learnt from decisions or from a file and speaks now. */
public interface SpeakingModel {

    /** A version and what it knows; version 0 is what the house comes with. */
    record Speaking(long version, TopicModel topics) {}

    /** Empty until something has been learnt: then the house speaks from what it comes with. */
    Optional<Speaking> speaking();

    /** Looks at once whether another version speaks now; without it a node notices within seconds. */
    void follow();
}
