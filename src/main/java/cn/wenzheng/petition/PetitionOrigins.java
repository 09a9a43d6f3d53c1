package cn.wenzheng.petition;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the words of a petition were said; kept by room {@code channel}. */
public interface PetitionOrigins {

    /** Empty when it came in by no account on a platform. */
    Optional<Origin> of(String petition);

    /**
     * Where it was said.
     *
     * @param accountName the name of the city's account that was spoken to
     * @param page the public post, for people; null when it was said in private
     * @param gone true when the post does not stand there any more: nobody outside sees its words again
     * @param evidence the post as it stood at intake; null when it was said in private
     */
    record Origin(
            String accountName,
            @Nullable String page,
            boolean gone,
            @Nullable Evidence evidence) {}

    /**
     * A public post as it stood when it came in (原文存证).
     *
     * @param sha256 over address, time, pictures and text, as hex digits
     */
    record Evidence(String text, Instant saidAt, int pictures, String sha256, Instant takenAt) {}
}
