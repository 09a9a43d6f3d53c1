package cn.wenzheng.access.login;

import cn.wenzheng.access.AttemptLimit;
import cn.wenzheng.access.Attempts;
import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * The one login, for pages and programs: after too many wrong passwords for an account or from an address it rests.
 *
 * <p>The journal hears of every wrong password and of every rest that begins, not of the tries during a rest: these are
 * without number.
 */
@Component
class GuardedLogin implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final Accounts accounts;
    private final CurrentActor current;
    private final Journal journal;
    private final Attempts attempts;
    private final AttemptLimit perAccount;
    private final AttemptLimit perAddress;

    GuardedLogin(
            Accounts accounts,
            VerifiedPasswords verified,
            CurrentActor current,
            Journal journal,
            Attempts attempts,
            AccessSettings settings) {
        this.passwords = new DaoAuthenticationProvider(accounts::withPasswordHash);
        this.passwords.setPasswordEncoder(verified);
        this.accounts = accounts;
        this.current = current;
        this.journal = journal;
        this.attempts = attempts;
        this.perAccount = new AttemptLimit("account", settings.accountAttempts(), settings.pause());
        this.perAddress = new AttemptLimit("address", settings.addressAttempts(), settings.pause());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String account = login.getName();
        String address =
                login.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (rests(account, address)) {
            throw new LockedException("too many wrong passwords");
        }
        try {
            Authentication done = passwords.authenticate(login);
            attempts.succeeded(perAccount.on(account));
            return done;
        } catch (BadCredentialsException wrong) {
            failed(account, address);
            throw wrong;
        }
    }

    private boolean rests(String account, String address) {
        return attempts.areOver(perAccount.on(account), perAddress.on(address));
    }

    private void failed(String account, String address) {
        attempts.failed(perAccount.on(account));
        attempts.failed(perAddress.on(address));
        Door door = current.get().door();
        // What was typed as a name may be a password: only the name of an account is written down.
        Actor actor =
                accounts.person(account).map(person -> Actor.of(person, door)).orElseGet(() -> Actor.citizen(door));
        journal.refused(actor, "login", null, "login-wrong");
        if (rests(account, address)) {
            journal.refused(actor, "login", null, "login-paused");
        }
    }
}
