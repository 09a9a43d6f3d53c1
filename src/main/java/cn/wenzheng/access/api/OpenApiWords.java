package cn.wenzheng.access.api;

import cn.wenzheng.organization.ClosedList;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows closed lists in the API's description as what they are: enumerations of codes with their words. */
@Component
class OpenApiWords implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Class<?> shown = Json.mapper().constructType(type.getType()).getRawClass();
        if (shown == ClosedList.class) {
            return new StringSchema();
        }
        if (ClosedList.class.isAssignableFrom(shown) && shown.isEnum()) {
            return enumeration(shown);
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    private static Schema<?> enumeration(Class<?> list) {
        List<ClosedList> values = Arrays.stream(list.getEnumConstants())
                .map(ClosedList.class::cast)
                .toList();
        StringSchema schema = new StringSchema();
        schema.setEnum(values.stream().map(ClosedList::code).toList());
        schema.setDescription(values.stream()
                .map(value -> value.code() + " = " + value.zh() + " · " + value.en())
                .collect(Collectors.joining("; ")));
        return schema;
    }
}
