package cn.wenzheng.process.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * Gives Cockpit's question for the versions of a process the limit that it forgets; without one the engine refuses.
 */
final class BoundedQuery extends HttpServletRequestWrapper {

    private static final String LIMIT = "maxResults";

    private BoundedQuery(HttpServletRequest request) {
        super(request);
    }

    static HttpServletRequest of(HttpServletRequest request) {
        boolean forgotten = request.getRequestURI().endsWith("/process-definition")
                && request.getQueryString() != null
                && !request.getQueryString().contains(LIMIT);
        return forgotten ? new BoundedQuery(request) : request;
    }

    @Override
    public String getQueryString() {
        return super.getQueryString() + "&" + LIMIT + "=2000";
    }
}
