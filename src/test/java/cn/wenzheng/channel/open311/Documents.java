package cn.wenzheng.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Reads answers and compares the two formats of one. */
final class Documents {

    private Documents() {}

    static Document xml(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (Exception broken) {
            throw new AssertionError(text, broken);
        }
    }

    /** The same fields in the same order with the same values, and no namespace anywhere. */
    static void assertSame(Element xml, JsonNode json) {
        List<Element> children = children(xml);
        assertThat(xml.getNamespaceURI()).isNull();
        if (json.isArray()) {
            assertThat(children).as(xml.getTagName()).hasSize(json.size());
            for (int at = 0; at < json.size(); at++) {
                assertSame(children.get(at), json.get(at));
            }
        } else if (json.isObject()) {
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(json.properties());
            assertThat(children)
                    .extracting(Element::getTagName)
                    .containsExactlyElementsOf(
                            fields.stream().map(Map.Entry::getKey).toList());
            for (int at = 0; at < fields.size(); at++) {
                assertSame(children.get(at), fields.get(at).getValue());
            }
        } else {
            assertThat(xml.getTextContent()).as(xml.getTagName()).isEqualTo(json.isNull() ? "" : json.asText());
        }
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
