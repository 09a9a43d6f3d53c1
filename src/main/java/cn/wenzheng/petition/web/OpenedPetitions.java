package cn.wenzheng.petition.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import java.util.TreeSet;

/** The petitions a browser has opened with their query codes, until its session ends. */
final class OpenedPetitions {

    private static final String ATTRIBUTE = "opened-petitions";

    private final HttpSession session;

    private OpenedPetitions(HttpSession session) {
        this.session = session;
    }

    static OpenedPetitions of(HttpServletRequest request) {
        return new OpenedPetitions(request.getSession());
    }

    boolean contains(String number) {
        return numbers().contains(number);
    }

    void add(String number) {
        Set<String> more = new TreeSet<>(numbers());
        more.add(number);
        session.setAttribute(ATTRIBUTE, more);
    }

    @SuppressWarnings("unchecked")
    private Set<String> numbers() {
        Set<String> numbers = (Set<String>) session.getAttribute(ATTRIBUTE);
        return numbers == null ? Set.of() : numbers;
    }
}
