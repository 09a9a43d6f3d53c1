package cn.wenzheng.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What the browser is told about the product's own pages: nothing from elsewhere, nothing inline, in no foreign frame.
 *
 * <p>Only the case sheet may be framed, by Tasklist. The citizens' pages send no referrer at all.
 */
final class PageHeaders implements HeaderWriter {

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self';"
                    + " form-action 'self'; base-uri 'self'; object-src 'none'; frame-ancestors ";

    /** What people have handed in: it may be shown, and nothing in it may run, load or be framed. */
    private static final String HANDED_IN = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private static final RequestMatcher ATTACHMENTS = new OrRequestMatcher(
            path("/petitions/*/attachments/*"), path("/track/*/attachments/*"), path("/api/petitions/*/attachments/*"));

    private static final RequestMatcher SHEET = path("/tasks/*/sheet");
    private static final RequestMatcher CITIZENS = new OrRequestMatcher(path("/"), path("/track"), path("/track/**"));

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        boolean sheet = SHEET.matches(request);
        response.setHeader("Content-Security-Policy", policy(request, sheet));
        response.setHeader("X-Frame-Options", sheet ? "SAMEORIGIN" : "DENY");
        response.setHeader("Referrer-Policy", CITIZENS.matches(request) ? "no-referrer" : "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=()");
    }

    private static String policy(HttpServletRequest request, boolean sheet) {
        return ATTACHMENTS.matches(request) ? HANDED_IN : POLICY + (sheet ? "'self'" : "'none'");
    }
}
