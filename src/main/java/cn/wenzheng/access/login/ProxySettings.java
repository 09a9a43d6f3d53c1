package cn.wenzheng.access.login;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What stands before the product.
 *
 * @param addresses the IP addresses from which TLS proxies call; what anybody else says about a client is not believed
 */
@Validated
@ConfigurationProperties("wenzheng.proxy")
record ProxySettings(@DefaultValue List<@Pattern(regexp = "[0-9A-Fa-f.:]+") String> addresses) {}
