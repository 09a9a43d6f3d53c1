package cn.wenzheng.access.api;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.Refusal;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Reads out of whatever was thrown what the caller may know of it. */
final class Faults {

    private Faults() {}

    static Fault of(Throwable thrown) {
        Refusal refusal = Refusal.behind(thrown);
        if (refusal != null) {
            return Fault.of(refusal);
        }
        if (has(thrown, BodyTooLarge.class) || thrown instanceof ErrorResponse tooLarge && code(tooLarge) == 413) {
            return Fault.of(HttpStatus.PAYLOAD_TOO_LARGE, "body-too-large");
        }
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            return ofBody(unreadable.getCause());
        }
        if (has(thrown, ConcurrencyFailureException.class)) {
            return Fault.of(HttpStatus.CONFLICT, "changed-meanwhile");
        }
        Fault parameter = ofParameter(thrown);
        return parameter == null ? ofRequest(thrown) : parameter;
    }

    private static Fault ofBody(@Nullable Throwable cause) {
        if (!(cause instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return Fault.of(UNPROCESSABLE_ENTITY, "malformed");
        }
        String field = path(mapping.getPath());
        if (mapping instanceof UnrecognizedPropertyException) {
            return Fault.ofField("unknown-field", field);
        }
        if (mapping instanceof InvalidFormatException format) {
            return ofValue(field, format.getTargetType());
        }
        return Fault.ofField("field-malformed", field);
    }

    private static Fault ofValue(String field, @Nullable Class<?> type) {
        if (type == null || !type.isEnum() || !ClosedList.class.isAssignableFrom(type)) {
            return Fault.ofField("field-malformed", field);
        }
        String codes = Arrays.stream(type.getEnumConstants())
                .map(value -> ((ClosedList) value).code())
                .collect(Collectors.joining(", "));
        return new Fault(UNPROCESSABLE_ENTITY, "field-not-in-list", field, field, codes);
    }

    private static String path(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static @Nullable Fault ofParameter(Throwable thrown) {
        if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
            return ofValue(mismatch.getName(), mismatch.getRequiredType());
        }
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return Fault.ofField("field-required", missing.getParameterName());
        }
        if (thrown instanceof MissingServletRequestPartException missing) {
            return Fault.ofField("field-required", missing.getRequestPartName());
        }
        if (thrown instanceof MissingRequestHeaderException missing) {
            return Fault.ofField("field-required", missing.getHeaderName());
        }
        return thrown instanceof BindException bind ? ofBinding(bind.getFieldError()) : null;
    }

    private static @Nullable Fault ofBinding(@Nullable FieldError error) {
        if (error == null) {
            return null;
        }
        boolean mismatch = error.contains(TypeMismatchException.class);
        return ofValue(
                error.getField(),
                mismatch ? error.unwrap(TypeMismatchException.class).getRequiredType() : null);
    }

    private static Fault ofRequest(Throwable thrown) {
        if (thrown instanceof MultipartException || has(thrown, RequestRejectedException.class)) {
            return Fault.of(UNPROCESSABLE_ENTITY, "malformed");
        }
        return thrown instanceof ErrorResponse response
                ? ofStatus(code(response))
                : Fault.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
    }

    /** What can be said when nothing but the status is known. */
    static Fault ofStatus(int status) {
        return switch (status) {
            case 401 -> Fault.of(HttpStatus.UNAUTHORIZED, "login-required");
            case 403 -> Fault.of(HttpStatus.FORBIDDEN, "role-never-may");
            case 404 -> Fault.of(HttpStatus.NOT_FOUND, "not-found");
            case 405 -> Fault.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
            case 406 -> Fault.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
            case 413 -> Fault.of(HttpStatus.PAYLOAD_TOO_LARGE, "body-too-large");
            case 415 -> Fault.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
            case 400, 422 -> Fault.of(UNPROCESSABLE_ENTITY, "malformed");
            default -> Fault.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
        };
    }

    private static int code(ErrorResponse response) {
        return response.getStatusCode().value();
    }

    private static boolean has(@Nullable Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
