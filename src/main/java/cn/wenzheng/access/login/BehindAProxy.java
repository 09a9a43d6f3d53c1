package cn.wenzheng.access.login;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Believes the proxies that are named, and nobody else, about who the client is and whether he came by TLS.
 *
 * <p>The server's own switch would believe every private address, so that somebody in the city's network could pretend to
 * be any other client and pass by the limits on trying.
 */
@Component
class BehindAProxy implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ProxySettings settings;

    BehindAProxy(ProxySettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (settings.addresses().isEmpty()) {
            return;
        }
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(
                settings.addresses().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        valve.setPortHeader("X-Forwarded-Port");
        server.addEngineValves(valve);
    }
}
