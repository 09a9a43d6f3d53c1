package cn.wenzheng.process.web;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.process.Groups;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets whoever is logged in to the product into the webapps, with the groups he has now.
 *
 * <p>The webapps keep a login in the session for themselves; it is replaced as soon as person or groups differ.
 */
@Component
class WebappLogin extends OncePerRequestFilter {

    private final ProcessEngine engine;
    private final OrganizationDesk organization;

    WebappLogin(ProcessEngine engine, OrganizationDesk organization) {
        this.engine = engine;
        this.organization = organization;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRemoteUser() != null) {
            admit(request, request.getRemoteUser());
        }
        chain.doFilter(request, response);
    }

    private void admit(HttpServletRequest request, String id) {
        List<String> groups = organization.person(id).map(Groups::of).orElse(List.of());
        Authentications present = AuthenticationUtil.getAuthsFromSession(request.getSession());
        Authentication login = present.getAuthenticationForProcessEngine(engine.getName());
        if (login instanceof UserAuthentication user
                && user.getIdentityId().equals(id)
                && groups.equals(user.getGroupIds())) {
            return;
        }
        present.removeByEngineName(engine.getName());
        UserAuthentication fresh = AuthenticationUtil.createAuthentication(engine, id, groups, List.of());
        if (fresh != null) {
            present.addOrReplace(fresh);
        }
    }
}
