package cn.wenzheng.access.login;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.PeopleRegister;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/**
 * Finds the person of ours for whom the provider vouches, and gives him the roles of his groups where the city wants that.
 *
 * <p>The provider says who somebody is; that he works here stands in the register, whose rules it cannot pass by.
 */
@Component
class SsoPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final SsoSettings settings;
    private final Accounts accounts;
    private final PeopleRegister register;
    private final Journal journal;
    private final OidcUserService provider = new OidcUserService();

    SsoPeople(SsoSettings settings, Accounts accounts, PeopleRegister register, Journal journal) {
        this.settings = settings;
        this.accounts = accounts;
        this.register = register;
        this.journal = journal;
        RestTemplate calls = new RestTemplate(SsoProvider.calls());
        calls.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService about = new DefaultOAuth2UserService();
        about.setRestOperations(calls);
        provider.setOauth2UserService(about);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser vouched = provider.loadUser(request);
        String account = vouched.getClaimAsString(settings.accountClaim());
        Person person = accounts.person(account == null ? "" : account)
                .orElseThrow(() -> refused(Actor.citizen(Door.PAGE), SsoRefusal.UNKNOWN, SsoRefusal.UNKNOWN.slug()));
        if (!settings.roles().isEmpty()) {
            follow(person, settings.rolesOf(vouched.getClaimAsStringList(settings.groupsClaim())));
        }
        return new DefaultOidcUser(List.of(), vouched.getIdToken(), vouched.getUserInfo(), settings.accountClaim());
    }

    private void follow(Person person, Set<Role> roles) {
        Actor actor = Actor.of(person, Door.PAGE);
        if (roles.isEmpty()) {
            throw refused(actor, SsoRefusal.NO_ROLE, SsoRefusal.NO_ROLE.slug());
        }
        try {
            register.takeRoles(person.id(), roles, Actor.system(Door.PAGE));
        } catch (Refusal rule) {
            throw refused(actor, SsoRefusal.ROLES, rule.slug());
        }
    }

    private OAuth2AuthenticationException refused(Actor actor, SsoRefusal refusal, String reason) {
        journal.refused(actor, "login", null, reason);
        return refusal.because(null);
    }
}
