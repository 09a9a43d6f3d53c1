package cn.wenzheng.process;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Remembers what an engine command failed with, beside the request it was called in.
 *
 * <p>Camunda's REST layer turns every exception into a status and an English sentence; the door behind which it stands
 * needs the exception itself to say what happened.
 */
public final class RequestFailures {

    private static final String NAME = RequestFailures.class.getName();

    private RequestFailures() {}

    /** Remembers the failure; without a request there is nobody to tell. */
    public static void note(RuntimeException failure) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(NAME, failure, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** The last failure of the request; null when no command failed. */
    public static @Nullable RuntimeException of(HttpServletRequest request) {
        return (RuntimeException) request.getAttribute(NAME);
    }
}
