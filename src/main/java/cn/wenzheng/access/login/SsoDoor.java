package cn.wenzheng.access.login;

import cn.wenzheng.access.CameBySingleSignOn;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The way in by the city's single sign-on, beside the one by password.
 *
 * <p>What remains of it in the session is the same small login as after a password, so that the rest of the house, the
 * webapps too, knows one kind of login only; the provider's tokens are forgotten at once.
 */
@Component
class SsoDoor {

    private static final Logger LOG = LoggerFactory.getLogger(SsoDoor.class);

    private final SsoSettings settings;
    private final SsoProvider provider;
    private final SsoPeople people;
    private final Accounts accounts;
    private final HttpSessionSecurityContextRepository logins = new HttpSessionSecurityContextRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler onward =
            new SavedRequestAwareAuthenticationSuccessHandler();

    SsoDoor(SsoSettings settings, SsoProvider provider, SsoPeople people, Accounts accounts) {
        this.settings = settings;
        this.provider = provider;
        this.people = people;
        this.accounts = accounts;
        onward.setDefaultTargetUrl(PageDoor.WORK);
        onward.setRequestCache(PageDoor.afterLogin());
    }

    /** Opens it in the chain of the pages, if the city has one. */
    void open(HttpSecurity http) throws Exception {
        if (settings.isOn()) {
            http.oauth2Login(this::open);
        }
    }

    private void open(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage(PageDoor.LOGIN)
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NoTokens())
                .tokenEndpoint(token -> token.accessTokenResponseClient(codes()))
                .userInfoEndpoint(about -> about.oidcUserService(people))
                .successHandler(this::enter)
                .failureHandler(SsoDoor::back)
                .addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F towards) {
                        towards.setAuthenticationFailureHandler(SsoDoor::back);
                        return towards;
                    }
                });
    }

    private static RestClientAuthorizationCodeTokenResponseClient codes() {
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(RestClient.builder()
                .requestFactory(SsoProvider.calls())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return codes;
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, Authentication vouched)
            throws ServletException, IOException {
        UsernamePasswordAuthenticationToken login = accounts.login(vouched.getName());
        login.setDetails(new WebAuthenticationDetails(request));
        SecurityContextImpl context = new SecurityContextImpl(login);
        SecurityContextHolder.setContext(context);
        logins.saveContext(context, request, response);
        CameBySingleSignOn.note(request.getSession(), login.getName());
        onward.onAuthenticationSuccess(request, response, login);
    }

    private static void back(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        SsoRefusal refusal = SsoRefusal.behind(why);
        if (refusal == SsoRefusal.FAILED || refusal == SsoRefusal.AWAY) {
            LOG.warn("A single sign-on did not succeed: {}, {}", refusal.slug(), SsoRefusal.kind(why));
        }
        response.sendRedirect(PageDoor.LOGIN + "?refused=" + refusal.slug());
    }
}
