package cn.wenzheng.access.login;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Sessions that are written when something in them has changed, and once a minute to stay alive.
 *
 * <p>Spring Session would write a row for every request, also for the pictures of a page. What a page asks by itself
 * keeps no session alive: else a screen that somebody has left would stay logged in for ever.
 */
final class QuietSessions<S extends Session> implements SessionRepository<QuietSessions.Quiet<S>> {

    /** How much of its life a session may lose by it. */
    private static final Duration STEP = Duration.ofMinutes(1);

    /** What open pages ask now and then, with nobody's hand on them. */
    private static final Set<String> ASKED_BY_PAGES = Set.of("/api/notices/unread", "/petitions/news");

    private static final String READ = QuietSessions.class.getName();

    private final SessionRepository<S> rows;

    QuietSessions(SessionRepository<S> rows) {
        this.rows = rows;
    }

    @Override
    public Quiet<S> createSession() {
        return new Quiet<>(rows.createSession(), true);
    }

    @Override
    public void save(Quiet<S> session) {
        if (session.changed) {
            rows.save(session.row);
            session.changed = false;
        }
    }

    /** Reads its row once in a request: Spring Session asks again at the request's end. */
    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Quiet<S> findById(String id) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(READ, SCOPE_REQUEST) instanceof Quiet<?> read
                && read.getId().equals(id)) {
            return (Quiet<S>) read;
        }
        S row = rows.findById(id);
        if (row == null) {
            return null;
        }
        Quiet<S> found = new Quiet<>(row, false);
        if (request != null) {
            request.setAttribute(READ, found, SCOPE_REQUEST);
        }
        return found;
    }

    @Override
    public void deleteById(String id) {
        rows.deleteById(id);
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(READ, SCOPE_REQUEST);
        }
    }

    /** A session that knows whether it has changed. */
    static final class Quiet<S extends Session> implements Session {

        private final S row;
        private boolean changed;

        Quiet(S row, boolean changed) {
            this.row = row;
            this.changed = changed;
        }

        @Override
        public String getId() {
            return row.getId();
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return row.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return row.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return row.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            changed = true;
            row.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            if (row.getAttribute(name) != null) {
                changed = true;
                row.removeAttribute(name);
            }
        }

        @Override
        public Instant getCreationTime() {
            return row.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            if (isAskedByAPage()) {
                return;
            }
            if (changed || Duration.between(row.getLastAccessedTime(), time).compareTo(STEP) >= 0) {
                changed = true;
                row.setLastAccessedTime(time);
            }
        }

        private static boolean isAskedByAPage() {
            return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                    && ASKED_BY_PAGES.contains(asked.getRequest().getRequestURI());
        }

        @Override
        public Instant getLastAccessedTime() {
            return row.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            if (!interval.equals(row.getMaxInactiveInterval())) {
                changed = true;
                row.setMaxInactiveInterval(interval);
            }
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return row.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return row.isExpired();
        }
    }
}
