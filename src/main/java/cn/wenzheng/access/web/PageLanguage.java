package cn.wenzheng.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese first: {@code ?lang=en} switches a browser to English, {@code ?lang=zh} back; a cookie remembers it. */
@Configuration(proxyBeanMethods = false)
class PageLanguage implements WebMvcConfigurer {

    /** All words of the house; Chinese stands in for a language that has none. */
    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.CHINESE);
        return messages;
    }

    /** Pages speak Chinese until somebody asks otherwise; programs ask with {@code Accept-Language}. */
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("lang") {
            @Override
            protected @Nullable Locale parseLocaleValue(String value) {
                return spoken(value);
            }
        };
        resolver.setDefaultLocaleFunction(PageLanguage::withoutCookie);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor() {
            @Override
            protected @Nullable Locale parseLocaleValue(String value) {
                return spoken(value);
            }
        };
        change.setParamName("lang");
        // It asks for a parameter, and who does that has read the body of a form, which platforms sign byte for byte.
        registry.addInterceptor(change).excludePathPatterns("/channels/**", "/open311/**");
    }

    private static Locale withoutCookie(HttpServletRequest request) {
        boolean asked =
                request.getRequestURI().startsWith("/api/") && request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
        return asked ? spoken(request.getLocale().getLanguage()) : Locale.CHINESE;
    }

    private static Locale spoken(String language) {
        return language.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
    }
}
