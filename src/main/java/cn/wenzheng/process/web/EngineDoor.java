package cn.wenzheng.process.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door to the webapps' API: closed unless somebody needs the call, forms checked field by field, every refusal a
 * plain sentence.
 */
@Component
class EngineDoor extends OncePerRequestFilter {

    private final CurrentActor current;
    private final TaskForms forms;
    private final PlainAnswers answers;

    EngineDoor(CurrentActor current, TaskForms forms, PlainAnswers answers) {
        this.current = current;
        this.forms = forms;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Calls.isAsset(request.getMethod(), request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        Actor actor = current.get();
        try {
            if (!Calls.isOpen(request.getMethod(), request.getRequestURI(), actor)) {
                throw Refusal.notFound();
            }
            pass(request, response, chain, actor);
        } catch (Refusal refusal) {
            answers.refuse(refusal, request, response, actor);
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Actor actor)
            throws ServletException, IOException {
        TaskCall call = TaskCall.in(request);
        switch (call.verb()) {
            case "form-variables" -> answers.write(forms.variables(call.task(), actor), response);
            case "submit-form" ->
                hand(new ReplacedBody(request, forms.submission(call.task(), request, actor)), response, chain, actor);
            case "claim" -> hand(new ReplacedBody(request, forms.claim(call.task(), actor)), response, chain, actor);
            default -> hand(BoundedQuery.of(request), response, chain, actor);
        }
    }

    private void hand(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Actor actor)
            throws ServletException, IOException {
        HeldAnswer held = new HeldAnswer(response);
        chain.doFilter(request, held);
        if (held.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            answers.explain(held, request, response, actor);
        } else {
            held.copyBodyToResponse();
        }
    }
}
