package cn.wenzheng.triage.bench;

import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.triage.Gist;
import cn.wenzheng.triage.Suggestion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything one bench shows.
 *
 * @param now the city's clock, which the page counts on from
 * @param waiting how many petitions wait in all
 * @param shown the petition to be decided; null when there is none
 * @param next the petition after it, so that it stands there at once
 * @param queue what comes then; near-identical posts are one line
 * @param done what was decided last at this tab; null when nothing was
 * @param threshold from which certainty on something is chosen beforehand
 */
record Screen(
        Instant now,
        long waiting,
        @Nullable Waiting shown,
        @Nullable Waiting next,
        List<Line> queue,
        @Nullable Done done,
        double threshold) {

    /**
     * A petition with what the house thinks of it.
     *
     * @param acceptBy until when a danger to life has to be accepted; null for all others
     * @param gist a glance: at most {@value Gist#MOST} characters
     * @param hidden true when the petitioner does not want to be known to units
     * @param suggestion null when nobody has looked at it yet
     * @param proposal what Enter would send
     */
    record Waiting(
            String number,
            Channel channel,
            Instant receivedAt,
            @Nullable Instant promisedBy,
            @Nullable Instant acceptBy,
            boolean life,
            Gist gist,
            @Nullable String title,
            String text,
            @Nullable String address,
            int attachments,
            boolean hidden,
            @Nullable Suggestion suggestion,
            Proposal proposal,
            List<Like> similar) {}

    /** An earlier petition that may be about the same matter, with its beginning. */
    record Like(
            String number,
            String beginning,
            double certainty,
            List<String> reasons,
            boolean open,
            @Nullable String matter) {}

    /**
     * A line of the queue.
     *
     * @param acceptBy as that of a {@link Waiting}
     * @param posts how many waiting petitions say nearly the same, itself among them
     */
    record Line(
            String number,
            Channel channel,
            @Nullable Instant promisedBy,
            @Nullable Instant acceptBy,
            boolean life,
            Gist gist,
            int posts) {}

    /** A decision that is committed, and until when it can be taken back. */
    record Done(UUID decision, String number, BenchAction action, PetitionStatus status, Instant undoUntil) {}
}
