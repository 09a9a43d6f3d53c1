package cn.wenzheng.access.login;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The city's people as accounts; there is no other list of users. */
@Component
class Accounts {

    private final OrganizationDesk organization;

    Accounts(OrganizationDesk organization) {
        this.organization = organization;
    }

    /** The account as the login compares it. */
    UserDetails withPasswordHash(String id) {
        Person person = person(id).orElseThrow(() -> new UsernameNotFoundException("no such account"));
        String hash = organization.passwordHash(id).orElseThrow(() -> new UsernameNotFoundException("no such account"));
        return new User(person.id(), hash, authorities(person));
    }

    /** A login of somebody whose identity has been proved, as it stands in a session. */
    UsernamePasswordAuthenticationToken login(String id) {
        Person person = person(id).orElseThrow(() -> new UsernameNotFoundException("no such account"));
        List<GrantedAuthority> authorities = authorities(person);
        return UsernamePasswordAuthenticationToken.authenticated(
                new User(person.id(), "", authorities), null, authorities);
    }

    /** The person behind an account name; what cannot be one is not even looked for, who has left is nobody. */
    Optional<Person> person(String id) {
        return id.matches("[A-Za-z0-9-]{1,40}") ? organization.person(id).filter(Person::active) : Optional.empty();
    }

    /** True while the person must choose a password of his own. */
    boolean passwordIsNew(String id) {
        return person(id).isPresent() && organization.passwordIsNew(id);
    }

    static List<GrantedAuthority> authorities(Person person) {
        return person.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
