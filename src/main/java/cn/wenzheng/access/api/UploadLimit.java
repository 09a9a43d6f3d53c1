package cn.wenzheng.access.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
            say(request, response);
        }
    }

    /** One sentence and no page: around it, forms and languages would look for parameters behind the files. */
    private void say(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(STATUS.value());
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .write(String.valueOf(problems.of(Fault.of(STATUS, "upload-too-large"), request)
                        .getDetail()));
    }
}
