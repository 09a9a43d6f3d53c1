package cn.wenzheng.process.web;

import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts our filters behind the product's login and before Camunda's own. */
@Configuration(proxyBeanMethods = false)
class WebappDoors {

    private static final String PAGES = "/camunda/app/*";
    private static final String CALLS = "/camunda/api/*";

    @Bean
    FilterRegistrationBean<WebappPassword> webappPasswordDoor(WebappPassword password) {
        return behindTheLogin(password, 1, CALLS);
    }

    @Bean
    FilterRegistrationBean<WebappLogin> webappLoginDoor(WebappLogin login) {
        return behindTheLogin(login, 2, PAGES, CALLS);
    }

    @Bean
    FilterRegistrationBean<EngineDoor> engineDoorOfTheWebapps(EngineDoor door) {
        return behindTheLogin(door, 3, CALLS);
    }

    private static <F extends Filter> FilterRegistrationBean<F> behindTheLogin(F filter, int place, String... paths) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + place);
        return registration;
    }
}
