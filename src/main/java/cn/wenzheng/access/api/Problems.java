package cn.wenzheng.access.api;

import cn.wenzheng.access.Sentences;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Says what went wrong as RFC 9457 wants it, in the caller's language. */
@Component
public class Problems {

    private final Sentences sentences;
    private final LocaleResolver languages;
    private final ObjectMapper json;

    Problems(Sentences sentences, LocaleResolver languages, ObjectMapper json) {
        this.sentences = sentences;
        this.languages = languages;
        this.json = json;
    }

    ProblemDetail of(Fault fault, HttpServletRequest request) {
        Locale locale = languages.resolveLocale(request);
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(fault.status(), sentences.of(fault.slug(), fault.arguments(), locale));
        problem.setType(URI.create("/problems/" + fault.slug()));
        problem.setTitle(sentences.title(fault.status().value(), locale));
        if (fault.field() != null) {
            problem.setProperty("field", fault.field());
        }
        return problem;
    }

    /** Answers from a filter, where no controller was reached. */
    public void write(HttpStatus status, String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), of(Fault.of(status, slug), request));
    }
}
