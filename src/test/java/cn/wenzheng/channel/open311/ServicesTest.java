package cn.wenzheng.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the city offers to programs of citizens, and how it says no. */
class ServicesTest extends Open311Scene {

    @Test
    void o1DiscoveryHasTwoEndpointsAndAPastChangesetInBothFormats() {
        JsonNode discovery = both("/discovery", "");
        assertThat(names(discovery)).containsExactly("changeset", "contact", "key_service", "endpoints");
        assertThat(Instant.parse(discovery.path("changeset").asText())).isBeforeOrEqualTo(time.instant());
        assertThat(discovery.path("endpoints")).hasSize(2).allSatisfy(endpoint -> {
            assertThat(names(endpoint)).containsExactly("specification", "url", "changeset", "type", "formats");
            assertThat(endpoint.path("specification").asText()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
            assertThat(endpoint.path("formats"))
                    .extracting(JsonNode::asText)
                    .containsExactly("text/xml", "application/json");
            assertThat(Instant.parse(endpoint.path("changeset").asText())).isBeforeOrEqualTo(time.instant());
            assertThat(send(request(endpoint.path("url").asText().replace(stranger.address(), "") + "services.json")
                                    .GET())
                            .statusCode())
                    .isEqualTo(200);
        });
        assertThat(discovery.path("endpoints"))
                .extracting(one -> one.path("type").asText())
                .containsExactly("production", "test");
    }

    @Test
    void o2ServicesAndDefinitionsSayTheSameInBothFormats() {
        offered(LIGHTS, Map.of("attributes", List.of(question("pole", "singlevaluelist", true, "A", "B"))));
        JsonNode services = both("/services", "");
        assertThat(services).hasSizeGreaterThan(10).allSatisfy(service -> {
            assertThat(names(service))
                    .containsExactly(
                            "service_code", "service_name", "description", "metadata", "type", "keywords", "group");
            assertThat(service.path("service_code").asText()).matches("[A-Za-z0-9_-]+");
            assertThat(service.path("metadata").isBoolean()).isTrue();
            assertThat(service.path("keywords").asText()).doesNotContain(", ");
            assertThat(service.path("group").asText()).isNotBlank();
        });
        JsonNode definition = both("/services/" + LIGHTS, "");
        assertThat(definition.path("service_code").asText()).isEqualTo(LIGHTS);
        assertThat(definition.path("attributes"))
                .extracting(one -> one.path("code").asText())
                .containsExactly("fixmystreet_id", "pole");
        assertThat(definition.path("attributes")).allSatisfy(attribute -> {
            assertThat(names(attribute))
                    .containsExactly(
                            "variable",
                            "code",
                            "datatype",
                            "required",
                            "datatype_description",
                            "order",
                            "description",
                            "values");
            assertThat(attribute.path("variable").isBoolean()).isTrue();
            assertThat(attribute.path("required").isBoolean()).isTrue();
            assertThat(attribute.path("order").isInt()).isTrue();
        });
        assertThat(definition.path("attributes").path(1).path("values"))
                .extracting(value -> value.path("key").asText())
                .containsExactly("A", "B");
        assertThat(gets(ROOT + "/services/" + LIGHTS + ".xml").body()).contains("<required>true</required>");
    }

    static Map<String, Object> question(String code, String datatype, boolean required, String... keys) {
        return Map.of(
                "code",
                code,
                "label",
                "问题 " + code,
                "datatype",
                datatype,
                "required",
                required,
                "values",
                List.of(keys).stream()
                        .map(key -> Map.of("key", key, "name", "选项" + key))
                        .toList());
    }

    @Test
    void aNewQuestionMovesTheChangesetAndNothingElseDoes() {
        String before = changeset();
        assertThat(changeset()).isEqualTo(before);
        rows.sql("UPDATE open311_changeset SET changed_at = changed_at - interval '1 day'")
                .update();
        String earlier = changeset();
        offered(LIGHTS, Map.of("attributes", List.of(question("lamp", "string", false))));
        assertThat(changeset()).isGreaterThan(earlier);
    }

    private String changeset() {
        return both("/discovery", "")
                .path("endpoints")
                .path(0)
                .path("changeset")
                .asText();
    }

    @Test
    void o6WhatIsNotThereIs404AndAnEmptyParameterIsAnAbsentOne() {
        errors(gets(ROOT + "/services/nothing.json"), 404);
        errors(gets(ROOT + "/services.json?jurisdiction_id=elsewhere"), 404);
        errors(gets(ROOT + "/nothing.json"), 404);
        errors(gets(ROOT + "/requests/WZ-20200101-000001.json"), 404);
        errors(files(form("service_code", "nothing")), 404);
        assertThat(gets(ROOT + "/services.json?jurisdiction_id=").statusCode()).isEqualTo(200);
        assertThat(gets(ROOT + "/services.json?jurisdiction_id=wenzheng").statusCode())
                .isEqualTo(200);
        assertThat(gets(ROOT + "/requests.json?service_code=&status=&start_date=&page=")
                        .statusCode())
                .isEqualTo(200);
        assertThat(files(form("media_url", "", "address_string", " ", "email", ""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void o7ErrorsComeInBothFormatsAndAllAtOnce() {
        Map<String, String> wrong =
                form("service_code", null, "lat", "91", "email", "nobody", "media_url", "ftp://x/y");
        JsonNode errors = errors(files(wrong), 400);
        assertThat(errors).hasSize(4);
        HttpResponse<String> xml = posts(ROOT + "/requests.xml", encoded(wrong));
        assertThat(xml.statusCode()).isEqualTo(400);
        assertThat(xml.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
        Documents.assertSame(Documents.xml(xml.body()).getDocumentElement(), errors);
        assertThat(xml.body()).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><errors><error><code>400</code>");
        HttpResponse<String> english = send(request(ROOT + "/services/nothing.json")
                .header("Accept-Language", "en")
                .GET());
        assertThat(english.body()).contains("There is no such service");
    }

    @Test
    void onlyAnAdministratorSetsServicesAndAQuestionHasToBeOne() {
        assertThat(operator.caller()
                        .put("/api/admin/open311/services/" + LIGHTS, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(admin.caller()
                        .put("/api/admin/open311/services/C99", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(refused(question("fixmystreet_id", "string", false))).isEqualTo(422);
        assertThat(refused(question("bad code", "string", false))).isEqualTo(422);
        assertThat(refused(question("list", "multivaluelist", false))).isEqualTo(422);
        offered(LIGHTS, Map.of("private", true));
        assertThat(StreamSupport.stream(both("/services", "").spliterator(), false)
                        .filter(service -> service.path("service_code").asText().equals(LIGHTS))
                        .findFirst()
                        .orElseThrow()
                        .path("keywords")
                        .asText())
                .endsWith("private");
    }

    private int refused(Map<String, Object> question) {
        return admin.caller()
                .put("/api/admin/open311/services/" + LIGHTS, Map.of("attributes", List.of(question)))
                .status();
    }
}
