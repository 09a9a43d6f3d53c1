package cn.wenzheng.access.account;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.PasswordRules;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OwnAccount;
import cn.wenzheng.organization.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * The counter where a person changes his own password.
 *
 * <p>He shows the old one as at a login, with the same limits on trying: a screen left open must not be a place to guess.
 * His logins elsewhere end, since one of them may be why he changes it.
 */
@Component
class AccountDesk {

    private final CurrentActor current;
    private final OwnAccount own;
    private final AuthenticationProvider logins;
    private final PasswordEncoder passwords;
    private final FindByIndexNameSessionRepository<?> sessions;

    AccountDesk(
            CurrentActor current,
            OwnAccount own,
            AuthenticationProvider logins,
            PasswordEncoder passwords,
            @Qualifier("rows") FindByIndexNameSessionRepository<?> sessions) {
        this.current = current;
        this.own = own;
        this.logins = logins;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    void changePassword(NewPassword asked, HttpServletRequest request) {
        Actor actor = current.get();
        String old = asked.old();
        if (old == null || old.isEmpty()) {
            throw Refusal.invalid("old", "field-required", "old");
        }
        String chosen = PasswordRules.check("new", asked.chosen(), "again", asked.again(), actor.id());
        if (chosen.equals(old)) {
            throw Refusal.invalid("new", "password-same");
        }
        prove(actor, old, request);
        own.choosePassword(passwords.encode(chosen), actor);
        endOthers(actor, request.getSession(false));
    }

    private void prove(Actor actor, String password, HttpServletRequest request) {
        var shown = UsernamePasswordAuthenticationToken.unauthenticated(actor.id(), password);
        shown.setDetails(new WebAuthenticationDetails(request));
        try {
            logins.authenticate(shown);
        } catch (LockedException rests) {
            throw Refusal.tooMany("login-paused");
        } catch (BadCredentialsException wrong) {
            throw Refusal.invalid("old", "password-old-wrong");
        }
    }

    private void endOthers(Actor actor, @Nullable HttpSession here) {
        sessions.findByPrincipalName(actor.id()).keySet().stream()
                .filter(id -> here == null || !id.equals(here.getId()))
                .forEach(sessions::deleteById);
    }
}
