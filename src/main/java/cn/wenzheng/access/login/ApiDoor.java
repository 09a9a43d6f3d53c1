package cn.wenzheng.access.login;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import cn.wenzheng.access.api.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * The door for programs: HTTP Basic on every call, or the session of the pages.
 *
 * <p>A write within a session must carry the token; a call with Basic needs none and makes no session.
 */
@Configuration(proxyBeanMethods = false)
class ApiDoor {

    /** The last ones are the demo city's: whoever speaks there as a citizen. */
    private static final String[] PROGRAMS = {
        "/api/**",
        "/v3/api-docs/**",
        "/simulator/*/post",
        "/simulator/*/received",
        "/simulator/*/behaviour",
        "/simulator/trickle"
    };

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            Accounts accounts,
            Problems problems,
            CsrfTokenRepository tokens,
            Environment environment)
            throws Exception {
        ApiRefusals refusals = new ApiRefusals(problems);
        return http.securityMatcher(PROGRAMS)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                POST,
                                "/api/petitions",
                                "/api/petitions/*/add",
                                "/api/petitions/*/replies",
                                "/api/petitions/*/urge",
                                "/api/petitions/*/rate",
                                "/api/petitions/*/withdraw",
                                "/api/setup")
                        .permitAll()
                        .requestMatchers(GET, "/api/petitions/export", "/api/petitions/refusal-words")
                        .authenticated()
                        .requestMatchers(GET, "/api/petitions/*", "/api/petitions/*/attachments/*", "/api/csrf")
                        .permitAll()
                        .requestMatchers("/v3/api-docs/**")
                        .access(readers(environment))
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).requireCsrfProtectionMatcher(ApiDoor::ridesOnASession))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(logout -> logout.disable())
                .headers(headers -> headers.addHeaderWriter(new PageHeaders()))
                .addFilterAfter(new StillHere(accounts), SecurityContextHolderFilter.class)
                .addFilterBefore(new OwnPasswordFirst(accounts, problems), AuthorizationFilter.class)
                .build();
    }

    /** The description of the routes is the administrator's; the demo city shows it to everybody. */
    private static AuthorizationManager<RequestAuthorizationContext> readers(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("demo"))
                ? (login, request) -> new AuthorizationDecision(true)
                : AuthorityAuthorizationManager.hasRole("ADMIN");
    }

    private static boolean ridesOnASession(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && !isBasic(request)
                && new HttpSessionSecurityContextRepository().containsContext(request);
    }

    /** True for a call that shows its own credentials. */
    static boolean isBasic(HttpServletRequest request) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        return credentials != null && credentials.toLowerCase(Locale.ROOT).startsWith("basic ");
    }
}
