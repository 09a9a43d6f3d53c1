package cn.wenzheng.access.login;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Journal;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tells the journal who has come in and who has gone.
 *
 * <p>A session is written down when it begins and when its person ends it, whatever the login was. A program shows its
 * password with every call; the first one of a day is enough, else its calls would fill the journal.
 */
@Component
class LoginJournal {

    /** The most programs and people that call with a password within a day, on one node. */
    private static final int CALLERS = 10_000;

    private final CurrentActor current;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Cache<String, LocalDate> seen =
            Caffeine.newBuilder().maximumSize(CALLERS).build();

    LoginJournal(CurrentActor current, Journal journal, TransactionOperations transaction, Clock clock) {
        this.current = current;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void comesInByAPage(InteractiveAuthenticationSuccessEvent login) {
        note("logged-in", login.getAuthentication());
    }

    @EventListener
    void comesInByACall(AuthenticationSuccessEvent login) {
        HttpServletRequest request = request();
        if (request == null || !ApiDoor.isBasic(request)) {
            return;
        }
        String account = login.getAuthentication().getName();
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(seen.getIfPresent(account))) {
            note("logged-in", login.getAuthentication());
            seen.put(account, today);
        }
    }

    @EventListener
    void goes(LogoutSuccessEvent logout) {
        note("logged-out", logout.getAuthentication());
    }

    /** The login is not yet, or no longer, the thread's own. */
    private void note(String action, Authentication person) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(person));
        try {
            transaction.executeWithoutResult(status -> journal.done(current.get(), action, null, Map.of(), Map.of()));
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }
}
