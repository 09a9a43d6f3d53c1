package cn.wenzheng.process.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call about one task: which task, and what is wanted of it; empty when it is the task itself. */
record TaskCall(String task, String verb) {

    private static final Pattern PATH =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/task/([^/]+)(?:/([A-Za-z-]+))?");

    private static final TaskCall NONE = new TaskCall("", "");

    boolean isForm() {
        return verb.equals("submit-form");
    }

    /** The call; without task and verb when it is about something else. */
    static TaskCall in(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getRequestURI());
        return path.matches() ? new TaskCall(path.group(1), path.group(2) == null ? "" : path.group(2)) : NONE;
    }
}
