package cn.wenzheng.access.login;

import cn.wenzheng.organization.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of a person who has left, and gives a session the roles its person has now. */
final class StillHere extends OncePerRequestFilter {

    private final Accounts accounts;

    StillHere(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null && login.isAuthenticated()) {
            check(login, request.getSession(false));
        }
        chain.doFilter(request, response);
    }

    private void check(Authentication login, @Nullable HttpSession session) {
        Optional<Person> person = accounts.person(login.getName());
        if (person.isPresent()) {
            refresh(login, Accounts.authorities(person.get()));
            return;
        }
        SecurityContextHolder.clearContext();
        if (session != null) {
            session.invalidate();
        }
    }

    private static void refresh(Authentication login, List<GrantedAuthority> authorities) {
        if (!List.copyOf(login.getAuthorities()).equals(authorities)) {
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(login.getPrincipal(), null, authorities)));
        }
    }
}
