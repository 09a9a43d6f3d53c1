package cn.wenzheng.access.login;

import cn.wenzheng.access.CameBySingleSignOn;
import cn.wenzheng.access.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads a person whose password somebody else has set to the page where he chooses his own, and lets him do nothing else
 * before: until then two people know it, and the journal could not say who acted.
 *
 * <p>Who comes by single sign-on has shown no password of ours and is not asked for one. The answer comes from what is
 * remembered of the person anyway and costs no statement.
 */
final class OwnPasswordFirst extends OncePerRequestFilter {

    private static final String HERE = "/account";

    private static final RequestMatcher OPEN = new OrRequestMatcher(
            PageDoor.EVERYBODY, PageDoor.paths(HERE, "/logout", "/api/me", "/api/csrf", "/api/account/password"));

    private static final RequestMatcher CALLS =
            PageDoor.paths("/api/**", "/v3/api-docs/**", "/camunda/api/**", "/simulator/**");

    private final Accounts accounts;
    private final Problems problems;

    OwnPasswordFirst(Accounts accounts, Problems problems) {
        this.accounts = accounts;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OPEN.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (!mustChoose(login, request)) {
            chain.doFilter(request, response);
        } else if (CALLS.matches(request)) {
            problems.write(HttpStatus.FORBIDDEN, "password-is-new", request, response);
        } else {
            response.sendRedirect(HERE);
        }
    }

    private boolean mustChoose(@Nullable Authentication login, HttpServletRequest request) {
        return login != null
                && !(login instanceof AnonymousAuthenticationToken)
                && login.isAuthenticated()
                && accounts.passwordIsNew(login.getName())
                && !CameBySingleSignOn.is(request.getSession(false), login.getName());
    }
}
