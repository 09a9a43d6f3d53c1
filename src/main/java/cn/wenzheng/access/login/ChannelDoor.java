package cn.wenzheng.access.login;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The door of the platforms and of Open311 clients: they prove themselves by signature or key, have no session, and their
 * bodies are read by nobody before the signature is checked. The platforms that the demo city simulates have their door here, too.
 */
@Configuration(proxyBeanMethods = false)
class ChannelDoor {

    @Bean
    @Order(2)
    SecurityFilterChain channelChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/channels/**", "/open311/**", "/simulator/platforms/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.addHeaderWriter(new PageHeaders()))
                .build();
    }
}
