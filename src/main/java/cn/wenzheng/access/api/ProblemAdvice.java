package cn.wenzheng.access.api;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Answers a request that failed: programs get a problem detail, people a page.
 *
 * <p>By the time it is asked, the failed transaction has been rolled back; so here the journal learns of the refusal.
 */
@Hidden
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final RefusedAttempts attempts;

    ProblemAdvice(Problems problems, RefusedAttempts attempts) {
        this.problems = problems;
        this.attempts = attempts;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> answer(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        // What is half out cannot be taken back; the container breaks it off, so that it does not look whole.
        if (thrown instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            throw thrown;
        }
        Fault fault = Faults.of(thrown);
        attempts.note(fault.status(), fault.slug(), request);
        if (CurrentActor.isCall(request)) {
            return detail(fault, thrown, request);
        }
        request.setAttribute(Fault.class.getName(), fault);
        request.setAttribute("refusal", Refusal.behind(thrown));
        return page(fault, thrown, response);
    }

    private ResponseEntity<ProblemDetail> detail(Fault fault, Exception thrown, HttpServletRequest request) {
        if (fault.status().is5xxServerError()) {
            LOG.error("{} {} failed", request.getMethod(), RefusedAttempts.route(request), thrown);
        }
        HttpHeaders headers = new HttpHeaders();
        if (thrown instanceof ErrorResponse response) {
            headers.addAll(response.getHeaders());
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(problems.of(fault, request), headers, fault.status());
    }

    /** The container shows the page of the status; what it knows itself, or nobody, goes on to it as it is. */
    private static @Nullable ResponseEntity<ProblemDetail> page(
            Fault fault, Exception thrown, HttpServletResponse response) throws Exception {
        if (fault.status().is5xxServerError() || thrown instanceof ErrorResponse) {
            throw thrown;
        }
        response.sendError(fault.status().value());
        return null;
    }
}
