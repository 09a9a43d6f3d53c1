package cn.wenzheng.process.web;

import cn.wenzheng.access.Sentences;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.process.RequestFailures;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Answers the webapps in the form they expect, in the reader's language, and tells the journal of refused attempts. */
@Component
class PlainAnswers {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Sentences sentences;
    private final LocaleResolver languages;
    private final ObjectMapper json;
    private final Journal journal;
    private final CasesOfTasks cases;

    PlainAnswers(
            Sentences sentences, LocaleResolver languages, ObjectMapper json, Journal journal, CasesOfTasks cases) {
        this.sentences = sentences;
        this.languages = languages;
        this.json = json;
        this.journal = journal;
        this.cases = cases;
    }

    void write(Object answer, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), answer);
    }

    /** Says in plain words what Camunda has answered with an error. */
    void explain(HeldAnswer held, HttpServletRequest request, HttpServletResponse response, Actor actor)
            throws IOException {
        Refusal refusal = refusalBehind(RequestFailures.of(request));
        if (refusal == null
                && held.getStatus() == 404
                && !TaskCall.in(request).task().isEmpty()) {
            refusal = Refusal.notFound();
        }
        held.resetBuffer();
        if (refusal == null) {
            say(held.getStatus(), sentences.of(slug(held.getStatus()), new Object[0], locale(request)), response);
        } else {
            refuse(refusal, request, response, actor);
        }
    }

    void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Actor actor)
            throws IOException {
        TaskCall call = TaskCall.in(request);
        Optional<String> petition = cases.behind(call.task());
        if (!READING.contains(request.getMethod()) || isRefusedRead(call, petition, actor)) {
            journal.refused(actor, action(call), petition.orElse(null), refusal.slug());
        }
        say(status(refusal), sentences.of(refusal, locale(request)), response);
    }

    /** Answers with the sentence that stands under a slug. */
    void say(HttpStatus status, String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        say(status.value(), sentences.of(slug, new Object[0], locale(request)), response);
    }

    private void say(int status, String sentence, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        write(Map.of("type", "Refusal", "message", sentence), response);
    }

    /** A look at a task that has just been done is no attempt: Tasklist asks for it once more by itself. */
    private static boolean isRefusedRead(TaskCall call, Optional<String> petition, Actor actor) {
        return !actor.roles().isEmpty() && (call.task().isEmpty() || petition.isPresent());
    }

    private static String action(TaskCall call) {
        return call.isForm() ? "form-submitted" : "engine-call";
    }

    private Locale locale(HttpServletRequest request) {
        return languages.resolveLocale(request);
    }

    private static @Nullable Refusal refusalBehind(@Nullable RuntimeException failure) {
        if (failure instanceof TaskAlreadyClaimedException) {
            return Refusal.conflict("task-held-by-colleague");
        }
        if (failure instanceof OptimisticLockingException || failure instanceof ConcurrencyFailureException) {
            return Refusal.conflict("changed-meanwhile");
        }
        return failure instanceof AuthorizationException ? Refusal.notFound() : Refusal.behind(failure);
    }

    private static int status(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> 422;
            case CONFLICT -> 409;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case TOO_MANY -> 429;
        };
    }

    private static String slug(int status) {
        return switch (status) {
            case 401 -> "login-required";
            case 403 -> "role-never-may";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            default -> status < 500 ? "malformed" : "internal";
        };
    }
}
