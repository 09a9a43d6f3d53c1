package cn.wenzheng.channel.open311;

import cn.wenzheng.channel.open311.Answer.Items;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer in one format or the other, with the same content: what XML cannot hold is in neither, and no sign of
 * markup leaves unescaped.
 */
final class Writing {

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static {
        JSON.getFactory().setCharacterEscapes(new NoMarkup());
    }

    private Writing() {}

    static byte[] xml(Answer answer) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            element(xml, answer.root(), answer.content());
            xml.writeEndDocument();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void element(XMLStreamWriter xml, String name, @Nullable Object value) throws XMLStreamException {
        xml.writeStartElement(name);
        if (value instanceof Items items) {
            for (Object item : items.values()) {
                element(xml, items.each(), item);
            }
        } else if (value instanceof Map<?, ?> fields) {
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                element(xml, String.valueOf(field.getKey()), field.getValue());
            }
        } else if (value != null) {
            xml.writeCharacters(plain(value.toString()));
        }
        xml.writeEndElement();
    }

    static byte[] json(Answer answer) {
        try {
            return JSON.writeValueAsBytes(shaped(answer.content()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object shaped(@Nullable Object value) {
        if (value instanceof Items items) {
            List<@Nullable Object> array = new ArrayList<>();
            items.values().forEach(item -> array.add(shaped(item)));
            return array;
        }
        if (value instanceof Map<?, ?> fields) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            fields.forEach((name, field) -> object.put(String.valueOf(name), shaped(field)));
            return object;
        }
        return value instanceof String text ? plain(text) : value;
    }

    /** The text without signs that XML 1.0 forbids, its lines ended by LF. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(Writing::isAllowed)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isAllowed(int sign) {
        return sign == '\t'
                || sign == '\n'
                || sign >= 0x20 && sign <= 0xD7FF
                || sign >= 0xE000 && sign <= 0xFFFD
                || sign >= 0x10000;
    }

    /** Who puts a text into a page as it is must not be given a script. */
    private static final class NoMarkup extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes['<'] = ESCAPE_STANDARD;
            codes['>'] = ESCAPE_STANDARD;
            codes['&'] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int sign) {
            return null;
        }
    }
}
