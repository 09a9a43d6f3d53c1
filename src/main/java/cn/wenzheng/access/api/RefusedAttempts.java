package cn.wenzheng.access.api;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells the journal of every command that was refused, whether it came from a program or from a page, and of every try of
 * somebody on the staff to read what is not his.
 */
@Component
class RefusedAttempts implements HandlerInterceptor {

    private static final Set<String> READING =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    private static final Set<HttpStatus> TOLD =
            Set.of(HttpStatus.UNPROCESSABLE_ENTITY, HttpStatus.CONFLICT, HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);

    private final CurrentActor current;
    private final Journal journal;

    RefusedAttempts(CurrentActor current, Journal journal) {
        this.current = current;
        this.journal = journal;
    }

    /** A page that shows its form again carries the refusal in its model. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getModel().get("refusal") instanceof Refusal refusal) {
            Fault fault = Fault.of(refusal);
            note(fault.status(), fault.slug(), request);
        }
    }

    /**
     * Notes a refused command; the action is the last fixed word of its route, {@code handle} in
     * {@code /api/petitions/{number}/handle}. A case that the caller may not see is a refused look at it. Strangers who
     * look for what is not there are not noted: they could fill the journal.
     */
    void note(HttpStatus status, String slug, HttpServletRequest request) {
        boolean reading = READING.contains(request.getMethod());
        String route = route(request);
        Actor actor = actor();
        if (actor == null || !(reading ? isRefusedRead(status, route) : TOLD.contains(status))) {
            return;
        }
        String action = reading && status == HttpStatus.NOT_FOUND ? "petition-viewed" : action(route);
        if (action.isEmpty() || actor.roles().isEmpty() && (reading || status == HttpStatus.NOT_FOUND)) {
            return;
        }
        journal.refused(actor, action, petition(request), slug);
    }

    /** A case is found by its number, or by a task of it. */
    private static boolean isRefusedRead(HttpStatus status, String route) {
        return status == HttpStatus.FORBIDDEN
                || status == HttpStatus.NOT_FOUND && (route.contains("{number}") || route.contains("/tasks/{id}"));
    }

    private @Nullable Actor actor() {
        try {
            return current.get();
        } catch (Refusal gone) {
            return null;
        }
    }

    /** The pattern of the request's route; never the address itself, which may hold what must not be logged. */
    static String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "" : pattern.toString();
    }

    private static String action(String route) {
        String action = "";
        for (String word : route.split("/")) {
            if (!word.isEmpty() && word.chars().allMatch(sign -> Character.isLetter(sign) || sign == '-')) {
                action = word;
            }
        }
        return action;
    }

    private static @Nullable String petition(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object number = variables instanceof Map<?, ?> map ? map.get("number") : null;
        return number instanceof String text && text.matches("[A-Z]{2}-\\d{8}-\\d{6,12}") ? text : null;
    }
}
