package cn.wenzheng.access.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Names the schemas of the API's description: a record within another class carries that class's name before its own, for
 * many of them have a line, a sheet or a kind, and two of one name would be described as one.
 */
@Configuration(proxyBeanMethods = false)
class SchemaNames {

    @Bean
    ModelResolver schemas(ObjectMapper json) {
        return new ModelResolver(json, new OuterFirst());
    }

    private static final class OuterFirst extends TypeNameResolver {

        @Override
        protected String getNameOfClass(Class<?> type) {
            Class<?> outer = type.getEnclosingClass();
            return outer == null ? type.getSimpleName() : getNameOfClass(outer) + type.getSimpleName();
        }
    }
}
