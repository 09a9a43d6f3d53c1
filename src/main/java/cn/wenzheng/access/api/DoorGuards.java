package cn.wenzheng.access.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Says which guard stands at which door. */
@Configuration(proxyBeanMethods = false)
class DoorGuards implements WebMvcConfigurer {

    /** Where a citizen writes; opening a petition has a limit of its own. */
    private static final String[] PUBLIC = {
        "/",
        "/track/*/*",
        "/api/petitions",
        "/api/petitions/*/add",
        "/api/petitions/*/replies",
        "/api/petitions/*/urge",
        "/api/petitions/*/rate",
        "/api/petitions/*/withdraw",
        "/channels/alipay/*/petitions",
        "/open311/v2/*",
        "/open311/test/v2/*"
    };

    private final RefusedAttempts attempts;
    private final NullCharacterGuard nullCharacters;
    private final PortalRate rate;

    DoorGuards(RefusedAttempts attempts, NullCharacterGuard nullCharacters, PortalRate rate) {
        this.attempts = attempts;
        this.nullCharacters = nullCharacters;
        this.rate = rate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(attempts);
        registry.addInterceptor(nullCharacters);
        registry.addInterceptor(rate).addPathPatterns(PUBLIC);
    }
}
