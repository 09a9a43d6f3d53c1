package cn.wenzheng.demo.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen is to say.
 *
 * @param account the code of the city's account; {@code wenzheng} when absent
 * @param user any word for the citizen; somebody new when absent
 * @param kind what he does; the platform's usual way when absent
 * @param media {@code picture}, {@code voice} or {@code video}
 * @param parent the post that a comment or a repost belongs to; a new one when absent
 * @param inReplyTo the reply of the city that he answers
 */
record Saying(
        @Nullable String account,
        @Nullable String user,
        @Nullable String kind,
        @Nullable String text,
        @Nullable String media,
        @Nullable Double lat,
        @JsonProperty("long") @Nullable Double longitude,
        @Nullable String parent,
        @Nullable String inReplyTo) {

    static Saying of(String account, String user, String kind, String text, @Nullable String media) {
        return new Saying(account, user, kind, text, media, null, null, null, null);
    }
}
