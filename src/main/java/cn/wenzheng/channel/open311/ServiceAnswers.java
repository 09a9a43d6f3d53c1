package cn.wenzheng.channel.open311;

import cn.wenzheng.channel.open311.Answer.Items;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The city and its services in the words of the specification. */
final class ServiceAnswers {

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    /** Of the document itself; it grows when its form changes. */
    private static final Instant DOCUMENT = Instant.parse("2026-01-01T00:00:00Z");

    private ServiceAnswers() {}

    static Answer discovery(String address, Instant changed, Open311Settings settings) {
        Map<String, @Nullable Object> discovery = new LinkedHashMap<>();
        discovery.put("changeset", moment(changed.isAfter(DOCUMENT) ? changed : DOCUMENT));
        discovery.put("contact", settings.contact());
        discovery.put("key_service", settings.keyService());
        discovery.put(
                "endpoints",
                new Items(
                        "endpoint",
                        List.of(
                                endpoint(address + "/open311/v2/", "production", changed),
                                endpoint(address + Ask.TEST + "/", "test", changed))));
        return new Answer("discovery", discovery);
    }

    private static Map<String, @Nullable Object> endpoint(String url, String type, Instant changed) {
        Map<String, @Nullable Object> endpoint = new LinkedHashMap<>();
        endpoint.put("specification", SPECIFICATION);
        endpoint.put("url", url);
        endpoint.put("changeset", moment(changed));
        endpoint.put("type", type);
        endpoint.put("formats", new Items("format", List.of("text/xml", "application/json")));
        return endpoint;
    }

    static Answer services(List<Service> services) {
        return Answer.list(
                "services",
                "service",
                services.stream().map(ServiceAnswers::service).toList());
    }

    private static Map<String, @Nullable Object> service(Service service) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("service_code", service.code());
        fields.put("service_name", service.name());
        fields.put("description", service.path());
        fields.put("metadata", true);
        fields.put("type", service.batch() ? "batch" : "realtime");
        fields.put("keywords", keywords(service));
        fields.put("group", service.group());
        return fields;
    }

    /** With commas and without spaces; {@code private} tells clients not to publish it either. */
    private static String keywords(Service service) {
        Stream<String> words =
                service.keywords().stream().map(word -> word.replace(',', ' ').strip());
        return String.join(
                ",",
                Stream.concat(words, service.isPrivate() ? Stream.of("private") : Stream.empty())
                        .toList());
    }

    static Answer definition(Service service) {
        List<Map<String, @Nullable Object>> attributes = new ArrayList<>();
        for (Attribute attribute : service.attributes()) {
            attributes.add(attribute(attribute, attributes.size() + 1));
        }
        Map<String, @Nullable Object> definition = new LinkedHashMap<>();
        definition.put("service_code", service.code());
        definition.put("attributes", new Items("attribute", attributes));
        return new Answer("service_definition", definition);
    }

    private static Map<String, @Nullable Object> attribute(Attribute attribute, int order) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("variable", attribute.variable());
        fields.put("code", attribute.code());
        fields.put("datatype", attribute.datatype().code());
        fields.put("required", attribute.required());
        fields.put("datatype_description", attribute.hint());
        fields.put("order", order);
        fields.put("description", attribute.label());
        fields.put(
                "values",
                new Items(
                        "value",
                        attribute.values().stream().map(ServiceAnswers::value).toList()));
        return fields;
    }

    private static Map<String, @Nullable Object> value(Attribute.Value value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("key", value.key());
        fields.put("name", value.name());
        return fields;
    }

    /** To the second, with its offset. */
    static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
