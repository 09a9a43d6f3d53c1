package cn.wenzheng.access;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Notes in a session whom the city's single sign-on has vouched for.
 *
 * <p>He may never have seen a password of ours, so nothing may depend on his knowing one. Somebody else who logs in within
 * the same session is not meant.
 */
public final class CameBySingleSignOn {

    private static final String MARK = CameBySingleSignOn.class.getName();

    private CameBySingleSignOn() {}

    public static void note(HttpSession session, String account) {
        session.setAttribute(MARK, account);
    }

    public static boolean is(@Nullable HttpSession session, String account) {
        return session != null && account.equals(session.getAttribute(MARK));
    }
}
