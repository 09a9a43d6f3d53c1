package cn.wenzheng.access.login;

import cn.wenzheng.access.api.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The door of Camunda's webapps: the product's login, Camunda's own guard against forged requests, Camunda's own headers.
 *
 * <p>Their login is answered by the product's own ({@code process.web.WebappPassword}); their setup page makes an
 * administrator of whoever comes first and stays closed.
 */
@Configuration(proxyBeanMethods = false)
class CamundaDoor {

    private static final RequestMatcher LOGIN =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/login/*");

    private static final RequestMatcher CLOSED =
            new OrRequestMatcher(path("/camunda/api/admin/auth/user/*/login/**"), path("/camunda/api/admin/setup/**"));

    private static final RequestMatcher CALLS = path("/camunda/api/**");

    /** A browser asks for these by itself: led to the login, they would begin a session beside that of the person. */
    private static final RequestMatcher ASSETS =
            new OrRequestMatcher(path("/camunda/favicon.ico"), path("/camunda/lib/**"), path("/camunda/assets/**"));

    /** By the whole path: these addresses belong to servlets of Camunda's, which other matchers do not see. */
    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    @Bean
    @Order(2)
    SecurityFilterChain camundaChain(HttpSecurity http, Accounts accounts, Problems problems) throws Exception {
        AuthenticationEntryPoint absent =
                (request, response, why) -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        AuthenticationEntryPoint login = new LoginUrlAuthenticationEntryPoint("/login");
        return http.securityMatcher(path("/camunda/**"))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(LOGIN)
                                .permitAll()
                                .requestMatchers(CLOSED)
                                .denyAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                absent, new OrRequestMatcher(CLOSED, ASSETS))
                        .defaultAuthenticationEntryPointFor(new ApiRefusals(problems), CALLS)
                        .defaultAuthenticationEntryPointFor(login, path("/**"))
                        .accessDeniedHandler(
                                (request, response, why) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .logout(logout -> logout.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults()
                                .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(PageDoor.afterLogin()))
                .headers(headers -> headers.contentTypeOptions(options -> options.disable())
                        .frameOptions(options -> options.disable())
                        .xssProtection(options -> options.disable()))
                .addFilterAfter(new StillHere(accounts), SecurityContextHolderFilter.class)
                .addFilterBefore(new OwnPasswordFirst(accounts, problems), AuthorizationFilter.class)
                .build();
    }
}
