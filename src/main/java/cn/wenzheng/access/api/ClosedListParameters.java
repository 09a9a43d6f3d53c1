package cn.wenzheng.access.api;

import cn.wenzheng.organization.ClosedList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets query parameters and forms carry the codes of closed lists; a blank one counts as absent. */
@Configuration(proxyBeanMethods = false)
class ClosedListParameters implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new ByCode());
    }

    private static final class ByCode implements ConverterFactory<String, ClosedList> {

        @Override
        public <T extends ClosedList> Converter<String, T> getConverter(Class<T> list) {
            return code -> code.isBlank() ? null : find(list, code);
        }
    }

    /** The value with this code; not the constant's own name, which is nobody's business outside. */
    static <T> T find(Class<T> list, @Nullable String code) {
        return Arrays.stream(list.getEnumConstants())
                .filter(value -> ((ClosedList) value).code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such code"));
    }
}
