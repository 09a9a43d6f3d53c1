package cn.wenzheng.access.setup;

import cn.wenzheng.access.AttemptLimit;
import cn.wenzheng.access.AttemptLimit.Attempt;
import cn.wenzheng.access.Attempts;
import cn.wenzheng.access.PasswordRules;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter where a city begins: whoever can read the log of the new product makes its centre and himself its first
 * administrator, once.
 *
 * <p>It is open in production while there is no active administrator; to everybody else it is not there.
 */
@Component
class SetupDesk {

    private static final AttemptLimit CODES = new AttemptLimit("setup", 10, Duration.ofMinutes(15));

    /** Names under which the journal knows those who are no persons. */
    private static final Set<String> TAKEN = Set.of("citizen", "system");

    private final OrganizationDesk organization;
    private final SetupCodes codes;
    private final Attempts attempts;
    private final PasswordEncoder passwords;
    private final Journal journal;
    private final boolean production;

    SetupDesk(
            OrganizationDesk organization,
            SetupCodes codes,
            Attempts attempts,
            PasswordEncoder passwords,
            Journal journal,
            Environment environment) {
        this.organization = organization;
        this.codes = codes;
        this.attempts = attempts;
        this.passwords = passwords;
        this.journal = journal;
        this.production = environment.acceptsProfiles(Profiles.of("production"));
    }

    boolean isOpen() {
        return production && !organization.hasAdministrator();
    }

    /** True while the city's centre is to be named; it is there when only the administrators have left. */
    boolean wantsCentre() {
        return organization.units().isEmpty();
    }

    /**
     * Makes the centre and the first administrator, and ends every code.
     *
     * @param address the caller's network address; wrong codes from it are counted
     */
    @Transactional
    public void setUp(SetupForm form, String address, Door door) {
        if (!isOpen()) {
            throw Refusal.notFound();
        }
        take(Limits.required("code", form.code(), 40), CODES.on(address), door);
        boolean empty = wantsCentre();
        Unit centre = empty ? centre(form) : organization.centre();
        Person person = person(form, centre);
        String password = PasswordRules.check("password", form.password(), "repeat", form.repeat(), person.id());
        organization.moveIn(empty ? List.of(centre) : List.of(), List.of(), Map.of(person, passwords.encode(password)));
        journal.done(
                Actor.of(person, door),
                "city-set-up",
                null,
                Map.of(),
                Map.of("unit", centre.code(), "person", person.id()));
    }

    private void take(String code, Attempt attempt, Door door) {
        if (attempts.areOver(attempt)) {
            throw Refusal.tooMany("login-paused");
        }
        if (!codes.take(code)) {
            attempts.failed(attempt);
            journal.refused(Actor.citizen(door), "setup", null, "setup-code-wrong");
            throw Refusal.invalid("code", "setup-code-wrong");
        }
    }

    private static Unit centre(SetupForm form) {
        String code = Limits.required("unitCode", form.unitCode(), 20);
        if (!code.matches("[A-Za-z0-9]+")) {
            throw Refusal.invalid("unitCode", "unit-code-malformed");
        }
        return new Unit(code, Limits.required("unitName", form.unitName(), 100), 1, null);
    }

    private Person person(SetupForm form, Unit centre) {
        String account = Limits.required("account", form.account(), 40);
        if (!account.matches("[A-Za-z0-9-]+")) {
            throw Refusal.invalid("account", "account-malformed");
        }
        if (TAKEN.contains(account) || organization.person(account).isPresent()) {
            throw Refusal.invalid("account", "account-taken", account);
        }
        return new Person(account, Limits.required("name", form.name(), 50), centre.code(), Set.of(Role.ADMIN));
    }
}
