package cn.wenzheng.process.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers the webapps' own call for a login, through the product's one login: a wrong password counts as everywhere, a
 * right one opens the whole house.
 *
 * <p>Who has a session already must show Camunda's token, as with every other call of the webapps; who has none uses
 * nobody's rights.
 */
@Component
class WebappPassword extends OncePerRequestFilter {

    private static final Pattern LOGIN =
            Pattern.compile("/camunda/api/admin/auth/user/default/login/(admin|cockpit|tasklist|welcome)");

    private final AuthenticationProvider passwords;
    private final WebappLogin webapps;
    private final PlainAnswers answers;
    private final HttpSessionSecurityContextRepository logins = new HttpSessionSecurityContextRepository();

    WebappPassword(AuthenticationProvider passwords, WebappLogin webapps, PlainAnswers answers) {
        this.passwords = passwords;
        this.webapps = webapps;
        this.answers = answers;
    }

    /** As Camunda answers: who is logged in and which apps he may open. */
    record LoggedIn(String userId, List<String> authorizedApps) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !LOGIN.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForged(request)) {
            answers.say(HttpStatus.FORBIDDEN, "csrf-expired", request, response);
            return;
        }
        try {
            enter(request, response);
        } catch (LockedException rests) {
            answers.say(HttpStatus.TOO_MANY_REQUESTS, "login-paused", request, response);
        } catch (AuthenticationException wrong) {
            answers.say(HttpStatus.UNAUTHORIZED, "login-wrong", request, response);
        }
    }

    private static boolean isForged(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object token = session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        String shown = String.valueOf(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME));
        return session != null
                && !MessageDigest.isEqual(bytes(String.valueOf(token)), bytes(shown + (token == null ? "-" : "")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UsernamePasswordAuthenticationToken asked = UsernamePasswordAuthenticationToken.unauthenticated(
                String.valueOf(request.getParameter("username")), String.valueOf(request.getParameter("password")));
        asked.setDetails(new WebAuthenticationDetails(request));
        Authentication login = passwords.authenticate(asked);
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContextImpl context = new SecurityContextImpl(login);
        SecurityContextHolder.setContext(context);
        logins.saveContext(context, request, response);
        answers.write(loggedIn(login.getName()), response);
    }

    private LoggedIn loggedIn(String id) {
        return new LoggedIn(
                id,
                webapps.of(id)
                        .map(UserAuthentication::getAuthorizedApps)
                        .map(List::copyOf)
                        .orElse(List.of()));
    }
}
