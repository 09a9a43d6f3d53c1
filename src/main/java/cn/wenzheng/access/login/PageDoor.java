package cn.wenzheng.access.login;

import cn.wenzheng.access.api.Problems;
import cn.wenzheng.organization.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The door for people: the citizens' pages stand open, the staff logs in, everything else is not there. */
@Configuration(proxyBeanMethods = false)
class PageDoor {

    static final String LOGIN = "/login";
    static final String WORK = "/work";

    private static final RequestMatcher STAFF = paths(
            "/work/**",
            "/bench/**",
            "/petitions/**",
            "/matters/**",
            "/tasks/**",
            "/import/**",
            "/deliveries/**",
            "/supervision/**",
            "/notices/**",
            "/audit/**",
            "/assessment/**",
            "/admin/**",
            "/account",
            "/demo/**");

    static final RequestMatcher EVERYBODY = paths("/", "/track/**", LOGIN, "/setup", "/actuator/health/**", "/error");

    private static final RequestMatcher FILING =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/");

    private static final RequestMatcher SETTING_UP =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/setup");

    private static final RequestMatcher REPLYING =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/track/*/*");

    static RequestMatcher paths(String... patterns) {
        RequestMatcher[] matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matchers[i] = PathPatternRequestMatcher.withDefaults().matcher(patterns[i]);
        }
        return new OrRequestMatcher(matchers);
    }

    /** Pictures, styles and scripts: the same for everybody, so they need no session and may be cached. */
    @Bean
    @Order(3)
    SecurityFilterChain assetChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/assets/**", "/webjars/**", "/favicon.ico")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/webjars/camunda/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, why) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .securityContext(context -> context.disable())
                .headers(headers ->
                        headers.cacheControl(cache -> cache.disable()).addHeaderWriter(new PageHeaders()))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pageChain(
            HttpSecurity http, Accounts accounts, Problems problems, CsrfTokenRepository tokens, SsoDoor singleSignOn)
            throws Exception {
        singleSignOn.open(http);
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(EVERYBODY)
                                .permitAll()
                                .requestMatchers(STAFF)
                                .authenticated()
                                .anyRequest()
                                .denyAll())
                .formLogin(form -> form.loginPage(LOGIN).defaultSuccessUrl(WORK).failureHandler(PageDoor::backToLogin))
                .logout(logout -> logout.logoutSuccessUrl(LOGIN + "?logout").deleteCookies("JSESSIONID"))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(LOGIN), STAFF)
                        .defaultAuthenticationEntryPointFor(
                                (request, response, why) -> response.sendError(HttpServletResponse.SC_NOT_FOUND),
                                paths("/**"))
                        .accessDeniedHandler(PageDoor::deny))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(PageDoor::usesNobodysRights))
                .requestCache(cache -> cache.requestCache(afterLogin()))
                .headers(headers -> headers.addHeaderWriter(new PageHeaders()))
                .addFilterAfter(new StillHere(accounts), SecurityContextHolderFilter.class)
                .addFilterBefore(new OwnPasswordFirst(accounts, problems), AuthorizationFilter.class)
                .build();
    }

    /**
     * True for filing, for the setup, which shows its own code, and for a reply after the session has ended: who has
     * written for an hour must not lose his words to an old token, and there is nothing that a forged request could use.
     */
    private static boolean usesNobodysRights(HttpServletRequest request) {
        return FILING.matches(request)
                || SETTING_UP.matches(request)
                || REPLYING.matches(request) && request.getSession(false) == null;
    }

    /**
     * Remembers the page that asked for the login, and never a picture or a call made by a script; in a cookie, so that
     * who only knocks makes no session.
     */
    static RequestCache afterLogin() {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html"));
        return cache;
    }

    private static void backToLogin(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        response.sendRedirect(LOGIN + (why instanceof LockedException ? "?paused" : "?error"));
    }

    /** A token that is too old is said; what one may not see is not there. */
    private static void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException) {
            request.setAttribute("refusal", Refusal.forbidden("csrf-expired"));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
