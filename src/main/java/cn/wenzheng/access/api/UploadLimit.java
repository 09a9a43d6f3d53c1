package cn.wenzheng.access.api;

import cn.wenzheng.organization.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says no to files that are larger than any door takes, before anybody tries to read them: the token of a form could not
 * be found behind such a file, and its sender would hear that his page is too old.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class UploadLimit extends OncePerRequestFilter {

    private static final HttpStatus STATUS = HttpStatus.PAYLOAD_TOO_LARGE;

    private final MultipartProperties limits;
    private final Problems problems;

    UploadLimit(MultipartProperties limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null
                || !type.startsWith("multipart/")
                || request.getContentLengthLong() <= limits.getMaxRequestSize().toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(STATUS, "upload-too-large", request, response);
        } else {
            showPage(request, response);
        }
    }

    private static void showPage(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("refusal", Refusal.invalid("file", "upload-too-large"));
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, STATUS.value());
        response.setStatus(STATUS.value());
        request.getRequestDispatcher("/error").forward(new WithoutBody(request), response);
    }

    /** On its way to the page nobody tries to read the files once more. */
    private static final class WithoutBody extends HttpServletRequestWrapper {

        WithoutBody(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }
    }
}
