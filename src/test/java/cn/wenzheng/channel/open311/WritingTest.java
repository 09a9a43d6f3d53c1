package cn.wenzheng.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.channel.open311.Answer.Items;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Both formats say the same, whatever a citizen has typed. */
class WritingTest {

    @Test
    void o11EverySignSurvivesOrIsInNeitherFormat() throws Exception {
        String said = "路灯😀𠮷 <b>坏</b> & \"了\"\r\n第二行\u0001\u000B\uFFFE\uD83D";
        Answer answer = Answer.list("rows", "row", List.of(fields("description", said)));
        String xml = new String(Writing.xml(answer), StandardCharsets.UTF_8);
        String json = new String(Writing.json(answer), StandardCharsets.UTF_8);

        String kept = "路灯😀𠮷 <b>坏</b> & \"了\"\n第二行";
        assertThat(Documents.xml(xml)
                        .getElementsByTagName("description")
                        .item(0)
                        .getTextContent())
                .isEqualTo(kept);
        assertThat(new ObjectMapper().readTree(json).path(0).path("description").asText())
                .isEqualTo(kept);
        assertThat(xml).doesNotContain("<b>").contains("😀");
        assertThat(json).doesNotContain("<b>").contains("\\u003Cb");
    }

    @Test
    void o2BooleansNumbersAndNothingHaveTheirFormInEachFormat() throws Exception {
        Map<String, @Nullable Object> fields = fields("metadata", true);
        fields.put("order", 1);
        fields.put("lat", 38.5);
        fields.put("notice", null);
        fields.put("formats", new Items("format", Arrays.asList("text/xml", "application/json")));
        Answer answer = new Answer("discovery", fields);

        JsonNode json = new ObjectMapper().readTree(Writing.json(answer));
        assertThat(json)
                .hasToString("{\"metadata\":true,\"order\":1,\"lat\":38.5,\"notice\":null,"
                        + "\"formats\":[\"text/xml\",\"application/json\"]}");
        assertThat(new String(Writing.xml(answer), StandardCharsets.UTF_8))
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?><discovery><metadata>true</metadata><order>1</order>"
                                + "<lat>38.5</lat><notice></notice><formats><format>text/xml</format>"
                                + "<format>application/json</format></formats></discovery>");
    }

    private static Map<String, @Nullable Object> fields(String name, Object value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(name, value);
        return fields;
    }
}
