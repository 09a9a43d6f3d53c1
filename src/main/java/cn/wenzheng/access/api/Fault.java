package cn.wenzheng.access.api;

import cn.wenzheng.organization.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What went wrong with a request, ready to be said.
 *
 * @param slug the stable name; its sentence stands under {@code refusal.<slug>}
 * @param field the field of the request that is wrong; null when no single one is
 * @param arguments what the sentence names
 */
record Fault(HttpStatus status, String slug, @Nullable String field, Object... arguments) {

    static Fault of(HttpStatus status, String slug) {
        return new Fault(status, slug, null);
    }

    static Fault of(Refusal refusal) {
        return new Fault(status(refusal.kind()), refusal.slug(), refusal.field(), refusal.arguments());
    }

    /** The caller's field is wrong; the sentence names it first. */
    static Fault ofField(String slug, String field) {
        return new Fault(HttpStatus.UNPROCESSABLE_ENTITY, slug, field, field);
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }
}
