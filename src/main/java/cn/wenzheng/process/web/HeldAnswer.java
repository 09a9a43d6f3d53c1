package cn.wenzheng.process.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Holds an answer back until it is known whether it is an error; an error is not sent to the error page either. */
final class HeldAnswer extends ContentCachingResponseWrapper {

    HeldAnswer(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
    }
}
