package cn.wenzheng.access.api;

import cn.wenzheng.organization.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses U+0000 in a query, which no table can hold and no text needs; the limits of the fields do so for bodies. */
@Component
class NullCharacterGuard implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (HttpMethod.GET.matches(request.getMethod())) {
            request.getParameterMap().entrySet().forEach(NullCharacterGuard::check);
        }
        return true;
    }

    private static void check(Map.Entry<String, String[]> parameter) {
        for (String value : parameter.getValue()) {
            if (value.indexOf('\0') >= 0) {
                throw Refusal.invalid(parameter.getKey(), "field-with-null-character", parameter.getKey());
            }
        }
    }
}
