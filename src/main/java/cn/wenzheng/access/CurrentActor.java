package cn.wenzheng.access;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Says who acts in the current thread and through which door. */
@Component
public class CurrentActor {

    private final OrganizationDesk organization;

    CurrentActor(OrganizationDesk organization) {
        this.organization = organization;
    }

    /** The person who is logged in; without a request the system, without a login a citizen. */
    public Actor get() {
        Door door = door();
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || login instanceof AnonymousAuthenticationToken) {
            return door == Door.ENGINE ? Actor.system(door) : Actor.citizen(door);
        }
        return organization
                .person(login.getName())
                .filter(Person::active)
                .map(person -> Actor.of(person, door))
                .orElseThrow(Refusal::notFound);
    }

    private static Door door() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return Door.ENGINE;
        }
        HttpServletRequest request = attributes.getRequest();
        String path = request.getRequestURI();
        if (isCall(request)) {
            return isPage(request) ? Door.PAGE : Door.API;
        }
        return path.startsWith("/camunda/") ? Door.TASKLIST : Door.PAGE;
    }

    /** True for a call of a program, which is answered in data and not by a page. */
    public static boolean isCall(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/simulator/");
    }

    /** The forms of the pages go to the API with the pages' session; programs bring their credentials each time. */
    private static boolean isPage(HttpServletRequest request) {
        return request.getUserPrincipal() != null && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }
}
