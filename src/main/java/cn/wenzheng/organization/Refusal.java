package cn.wenzheng.organization;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The house says no, in plain words and without having changed anything.
 *
 * <p>The sentence stands in the message bundles under {@code refusal.<slug>}; every door shows it in the reader's
 * language.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it is refused, and so which HTTP status the door answers. */
    public enum Kind {
        /** The request itself is wrong: 422. */
        INVALID,
        /** The petition's state does not allow it: 409. */
        CONFLICT,
        /** This role never may: 403. */
        FORBIDDEN,
        /** There is nothing the caller may see: 404. */
        NOT_FOUND,
        /** Too often: 429. */
        TOO_MANY
    }

    private final Kind kind;
    private final String slug;
    private final @Nullable String field;
    private final transient List<Object> arguments;

    private Refusal(Kind kind, String slug, @Nullable String field, Object... arguments) {
        super(kind + " " + slug);
        this.kind = kind;
        this.slug = slug;
        this.field = field;
        this.arguments = Arrays.asList(arguments);
    }

    public static Refusal invalid(String field, String slug, Object... arguments) {
        return new Refusal(Kind.INVALID, slug, field, arguments);
    }

    public static Refusal conflict(String slug, Object... arguments) {
        return new Refusal(Kind.CONFLICT, slug, null, arguments);
    }

    public static Refusal forbidden(String slug, Object... arguments) {
        return new Refusal(Kind.FORBIDDEN, slug, null, arguments);
    }

    /** One and the same answer for "does not exist" and "is not for you". */
    public static Refusal notFound() {
        return new Refusal(Kind.NOT_FOUND, "not-found", null);
    }

    public static Refusal tooMany(String slug, Object... arguments) {
        return new Refusal(Kind.TOO_MANY, slug, null, arguments);
    }

    public Kind kind() {
        return kind;
    }

    /** The stable name of this refusal; key {@code refusal.<slug>} in the message bundles. */
    public String slug() {
        return slug;
    }

    /** The field of the request that is wrong; null when no single field is. */
    public @Nullable String field() {
        return field;
    }

    /** What the sentence names: limits, numbers, states. */
    public Object[] arguments() {
        return arguments.toArray();
    }

    /** Finds the refusal behind whatever the engine or a library wrapped around it; null when there is none. */
    public static @Nullable Refusal behind(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }
}
