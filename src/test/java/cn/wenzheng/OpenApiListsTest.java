package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.wenzheng.organization.ClosedList;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every closed list that a route takes or gives is an enumeration of codes in the API's description. */
@WithDatabase
@ActiveProfiles("demo")
@AutoConfigureMockMvc
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
class OpenApiListsTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void everyListOfARouteIsAnEnumeration() throws Exception {
        Set<Class<?>> used = new HashSet<>();
        mapping.getHandlerMethods().forEach((route, method) -> {
            if (route.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/"))) {
                collect(method.getMethod(), used);
            }
        });
        Set<List<String>> shown = enumerations(description());

        assertThat(used).hasSizeGreaterThan(8);
        assertThat(used)
                .allSatisfy(list -> assertThat(shown).as(list.getSimpleName()).contains(codes(list)));
    }

    private JsonNode description() throws Exception {
        String text =
                mvc.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        return new ObjectMapper().readTree(text);
    }

    private static Set<List<String>> enumerations(JsonNode description) {
        return description.findValues("enum").stream()
                .filter(JsonNode::isArray)
                .map(list -> StreamSupport.stream(list.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList())
                .collect(Collectors.toSet());
    }

    private static List<String> codes(Class<?> list) {
        return Arrays.stream(list.getEnumConstants())
                .map(value -> ((ClosedList) value).code())
                .toList();
    }

    private static void collect(Method method, Set<Class<?>> lists) {
        Set<Type> seen = new HashSet<>();
        Stream.concat(Stream.of(method.getGenericReturnType()), Arrays.stream(method.getGenericParameterTypes()))
                .forEach(type -> collect(type, seen, lists));
    }

    private static void collect(Type type, Set<Type> seen, Set<Class<?>> lists) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), seen, lists);
            Arrays.stream(generic.getActualTypeArguments()).forEach(part -> collect(part, seen, lists));
        } else if (type instanceof WildcardType wildcard) {
            Arrays.stream(wildcard.getUpperBounds()).forEach(part -> collect(part, seen, lists));
        } else if (type instanceof Class<?> plain && ClosedList.class.isAssignableFrom(plain) && plain.isEnum()) {
            lists.add(plain);
        } else if (type instanceof Class<?> record
                && record.isRecord()
                && record.getName().startsWith("cn.wenzheng")) {
            for (RecordComponent component : record.getRecordComponents()) {
                collect(component.getGenericType(), seen, lists);
            }
        }
    }
}
