package cn.wenzheng.access.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;

/** The last door: what failed before any controller was reached is a page for people and a problem for programs. */
@Hidden
@Controller
class ErrorDoor extends BasicErrorController {

    private final Problems problems;

    ErrorDoor(ErrorAttributes attributes, ServerProperties server, List<ErrorViewResolver> pages, Problems problems) {
        super(attributes, server.getError(), pages);
        this.problems = problems;
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        Fault fault = request.getAttribute(Fault.class.getName()) instanceof Fault known
                ? known
                : Faults.ofStatus(getStatus(request).value());
        ProblemDetail problem = problems.of(fault, request);
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of(
                        "type", problem.getType(),
                        "title", String.valueOf(problem.getTitle()),
                        "status", problem.getStatus(),
                        "detail", String.valueOf(problem.getDetail())));
    }
}
