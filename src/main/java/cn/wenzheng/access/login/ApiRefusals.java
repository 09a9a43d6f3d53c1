package cn.wenzheng.access.login;

import cn.wenzheng.access.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** How a program hears that it may not come in. */
final class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    ApiRefusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof LockedException) {
            problems.write(HttpStatus.TOO_MANY_REQUESTS, "login-paused", request, response);
            return;
        }
        if (ApiDoor.isBasic(request)) {
            // Only who came with Basic is asked for it again: else the browser would open its own login box over a
            // page.
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"wenzheng\", charset=\"UTF-8\"");
            problems.write(HttpStatus.UNAUTHORIZED, "login-wrong", request, response);
        } else {
            problems.write(HttpStatus.UNAUTHORIZED, "login-required", request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException) {
            problems.write(HttpStatus.FORBIDDEN, "csrf-expired", request, response);
        } else {
            problems.write(HttpStatus.NOT_FOUND, "not-found", request, response);
        }
    }
}
