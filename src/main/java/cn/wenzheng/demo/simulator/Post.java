package cn.wenzheng.demo.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a citizen said or did on a platform.
 *
 * @param account the city's account it goes to, by its code
 * @param person the platform's id of the citizen
 * @param label what whoever posts calls him
 * @param parent the post that a comment or a repost belongs to
 * @param replyTo the reply of the city that he answers
 * @param media the picture or recording that goes with it
 * @param remote the number that the city gave it
 */
record Post(
        long id,
        Platform platform,
        String account,
        String person,
        String label,
        String kind,
        String text,
        @Nullable Long parent,
        @Nullable String replyTo,
        @Nullable Long media,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String remote,
        Instant saidAt,
        boolean deleted) {

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    /** True for what is done without words: it moves windows and is no petition. */
    boolean isEvent() {
        return is("follow") || is("unfollow") || is("menu") || is("enter");
    }
}
