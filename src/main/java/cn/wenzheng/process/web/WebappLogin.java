package cn.wenzheng.process.web;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.process.Groups;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets whoever is logged in to the product into the webapps, with the groups he has now.
 *
 * <p>The webapps want to keep a login of their own in the session and write it back at every call. They get it anew with
 * every request instead: no session grows by it, and whichever node answers, it is right.
 */
@Component
class WebappLogin extends OncePerRequestFilter {

    /** How long the apps that a group may open are remembered; they change with a release only. */
    private static final Duration AGE = Duration.ofMinutes(5);

    private final ProcessEngine engine;
    private final OrganizationDesk organization;
    private final Cache<Who, Optional<UserAuthentication>> logins =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(AGE).build();

    WebappLogin(ProcessEngine engine, OrganizationDesk organization) {
        this.engine = engine;
        this.organization = organization;
    }

    private record Who(String id, List<String> groups) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = request.getRemoteUser();
        if (id == null) {
            chain.doFilter(request, response);
            return;
        }
        Authentications present = new Authentications();
        of(id).ifPresent(present::addOrReplace);
        chain.doFilter(new WithWebappLogin(request, present), response);
    }

    /** What the webapps know of a person; empty for one they must not know. */
    Optional<UserAuthentication> of(String id) {
        List<String> groups = organization.person(id).map(Groups::of).orElse(List.of());
        return logins.get(new Who(id, groups), this::create);
    }

    private Optional<UserAuthentication> create(Who who) {
        UserAuthentication fresh = AuthenticationUtil.createAuthentication(engine, who.id(), who.groups(), List.of());
        if (fresh != null) {
            // Never doubted by the webapps: it is looked up with every request anyway.
            fresh.setCacheValidationTime(new Date(Long.MAX_VALUE));
        }
        return Optional.ofNullable(fresh);
    }
}
