package cn.wenzheng.petition;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where words come from that an operator has pasted in: no account of the city stands there, so the answer goes back by hand.
 *
 * @param link the page on which they stand; the same page is one petition
 * @param author the name shown there
 * @param saidAt when they were said there; it starts no clock
 */
public record Pasted(
        PastedFrom platform,
        @Nullable String link,
        @Nullable String author,
        @Nullable Instant saidAt) {

    private static final int LONGEST_LINK = 1000;
    private static final int LONGEST_AUTHOR = 100;

    /** Reads what was filled in. */
    public static Pasted of(
            @Nullable PastedFrom platform,
            @Nullable String link,
            @Nullable String author,
            @Nullable Instant saidAt,
            Instant now) {
        PastedFrom from = Limits.required("platform", platform);
        if (saidAt != null && saidAt.isAfter(now)) {
            throw Refusal.invalid("saidAt", "said-in-the-future");
        }
        return new Pasted(from, page(link), Limits.optional("author", author, LONGEST_AUTHOR), saidAt);
    }

    /** The page without the place on it, so that the same page is known again. */
    private static @Nullable String page(@Nullable String link) {
        String given = Limits.optional("link", link, LONGEST_LINK);
        if (given == null) {
            return null;
        }
        try {
            URI address = new URI(given);
            if (address.getHost() == null
                    || !String.valueOf(address.getScheme()).matches("(?i)https?")) {
                throw Refusal.invalid("link", "link-malformed");
            }
            int fragment = given.indexOf('#');
            return fragment < 0 ? given : given.substring(0, fragment);
        } catch (URISyntaxException malformed) {
            throw Refusal.invalid("link", "link-malformed");
        }
    }
}
