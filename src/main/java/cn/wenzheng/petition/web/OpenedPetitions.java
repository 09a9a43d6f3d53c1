package cn.wenzheng.petition.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The petitions a browser has opened with their query codes, until its session ends; who opens none gets no session. */
final class OpenedPetitions {

    private static final String ATTRIBUTE = "opened-petitions";

    private final HttpServletRequest request;

    private OpenedPetitions(HttpServletRequest request) {
        this.request = request;
    }

    static OpenedPetitions of(HttpServletRequest request) {
        return new OpenedPetitions(request);
    }

    boolean contains(String number) {
        return numbers(request.getSession(false)).contains(number);
    }

    void add(String number) {
        HttpSession session = request.getSession();
        Set<String> more = new TreeSet<>(numbers(session));
        more.add(number);
        session.setAttribute(ATTRIBUTE, more);
    }

    @SuppressWarnings("unchecked")
    private static Set<String> numbers(@Nullable HttpSession session) {
        Set<String> numbers = session == null ? null : (Set<String>) session.getAttribute(ATTRIBUTE);
        return numbers == null ? Set.of() : numbers;
    }
}
