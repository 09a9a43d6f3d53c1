package cn.wenzheng.channel.open311;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the city appears to programs of citizens.
 *
 * @param repeatWindow how long the same report from the same sender is the same request, where it has no id of its own
 * @param jurisdictions what a client may name; with more than one it has to name one
 * @param contact whom the makers of a client may ask, for the discovery document
 * @param keyService how one gets a key, for the discovery document
 */
@Validated
@ConfigurationProperties("wenzheng.channels.open311")
record Open311Settings(
        @DefaultValue("24h") Duration repeatWindow,
        @DefaultValue("wenzheng") List<String> jurisdictions,

        @DefaultValue("问政平台管理员 · The administrator of the platform")
        String contact,

        @DefaultValue("向问政平台管理员申请 · Ask the administrator of the platform")
        String keyService) {}
