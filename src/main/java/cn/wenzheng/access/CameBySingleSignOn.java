package cn.wenzheng.access;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Notes in a session that its person was vouched for by the city's single sign-on.
 *
 * <p>He may never have seen a password of ours, so nothing here may depend on his knowing one.
 */
public final class CameBySingleSignOn {

    private static final String MARK = CameBySingleSignOn.class.getName();

    private CameBySingleSignOn() {}

    public static void note(HttpSession session) {
        session.setAttribute(MARK, true);
    }

    public static boolean is(@Nullable HttpSession session) {
        return session != null && session.getAttribute(MARK) != null;
    }
}
