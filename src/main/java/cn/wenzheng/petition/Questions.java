package cn.wenzheng.petition;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What passes between the city and the petitioner beside the steps, read out of what is stored. */
final class Questions {

    private Questions() {}

    /** The newest question to which no answer has come since; null when there is none. */
    static SheetRows.@Nullable Entry open(List<SheetRows.Entry> timeline) {
        SheetRows.Entry open = null;
        for (SheetRows.Entry entry : timeline) {
            if (entry.event().isQuestion() && entry.forCitizen()) {
                open = entry;
            } else if (entry.event() == TimelineEvent.ANSWER) {
                open = null;
            }
        }
        return open;
    }

    /** The petitioner's verdict; null as long as he has given none. */
    static CitizenView.@Nullable Rated rated(Petition petition) {
        Instant at = petition.ratedAt;
        Boolean solved = petition.ratedSolved;
        Satisfaction satisfaction = petition.ratedSatisfaction;
        return at == null || solved == null || satisfaction == null
                ? null
                : new CitizenView.Rated(at, solved, satisfaction);
    }
}
