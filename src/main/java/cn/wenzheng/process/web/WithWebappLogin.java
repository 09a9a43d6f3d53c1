package cn.wenzheng.process.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.jspecify.annotations.Nullable;

/** A request in whose session the webapps find their login; it is there for this request and is never stored. */
final class WithWebappLogin extends HttpServletRequestWrapper {

    /** The attribute the webapps keep their logins in. */
    private static final String LOGINS = "authenticatedUser";

    private final Authentications logins;

    WithWebappLogin(HttpServletRequest request, Authentications logins) {
        super(request);
        this.logins = logins;
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        HttpSession session = super.getSession(create);
        return session == null
                ? null
                : (HttpSession) Proxy.newProxyInstance(
                        HttpSession.class.getClassLoader(),
                        new Class<?>[] {HttpSession.class},
                        (proxy, method, arguments) -> answer(session, method, arguments));
    }

    @Override
    public @Nullable HttpSession getSession() {
        return getSession(true);
    }

    private @Nullable Object answer(HttpSession session, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null && arguments.length > 0 && LOGINS.equals(arguments[0])) {
            return method.getName().equals("getAttribute") ? logins : null;
        }
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
