package cn.wenzheng.access.login;

import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * The token against forged forms stands in a cookie, so that a reader who is not logged in makes no session; its form
 * field and header are those of a session's token.
 */
@Configuration(proxyBeanMethods = false)
class Tokens {

    @Bean
    CsrfTokenRepository formTokens(ServerProperties server) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        // Camunda's own token has the default name.
        tokens.setCookieName("form-token");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true)
                .sameSite("Lax")
                .secure(Boolean.TRUE.equals(
                        server.getServlet().getSession().getCookie().getSecure())));
        return tokens;
    }
}
