package cn.wenzheng.channel;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the small XML that platforms push: no document type, no entity but the five of XML, nothing fetched, nothing deep,
 * nothing long.
 *
 * <p>It takes characters only: who pushes has said beforehand in which charset his bytes are, and what the declaration inside
 * claims is not asked.
 */
public final class SafeXml {

    private static final int MOST = 1 << 18;
    private static final int DEEPEST = 16;
    private static final int MOST_ELEMENTS = 500;

    /** Signs that XML does not allow; what a phone has sent along must not cost a citizen his petition. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]");

    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    /** This is no XML that a platform would send. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        /** @param reason a word of ours; what was sent is in no message */
        Unreadable(String reason) {
            super(reason);
        }
    }

    /**
     * The texts of the elements below the root, by path: {@code FromUserName}, {@code Text/Content}. An element that stands
     * twice counts once, with its first text; attributes are left out.
     */
    public static Map<String, String> read(String xml) throws Unreadable {
        if (xml.length() > MOST) {
            throw new Unreadable("long");
        }
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(
                    new StringReader(FORBIDDEN.matcher(xml).replaceAll("")));
            return new Reading(reader).texts();
        } catch (XMLStreamException | RuntimeException notXml) {
            throw new Unreadable("not-xml");
        }
    }

    /** One walk through a document. */
    private static final class Reading {

        private final XMLStreamReader reader;
        private final Map<String, String> texts = new HashMap<>();
        private final Deque<String> paths = new ArrayDeque<>();
        private final Deque<StringBuilder> words = new ArrayDeque<>();
        private int elements;

        Reading(XMLStreamReader reader) {
            this.reader = reader;
        }

        Map<String, String> texts() throws XMLStreamException, Unreadable {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new Unreadable("entities");
                    case XMLStreamConstants.START_ELEMENT -> begin();
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> hear();
                    default -> {}
                }
            }
            return texts;
        }

        private void begin() throws Unreadable {
            if (++elements > MOST_ELEMENTS || words.size() == DEEPEST) {
                throw new Unreadable("deep");
            }
            String name = reader.getLocalName();
            paths.push(words.size() < 2 ? name : paths.peek() + "/" + name);
            words.push(new StringBuilder());
        }

        private void hear() {
            if (!words.isEmpty()) {
                words.element().append(reader.getText());
            }
        }

        private void end() {
            String path = paths.pop();
            String text = words.pop().toString();
            if (!words.isEmpty()) {
                texts.putIfAbsent(path, text);
            }
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("entities");
        });
        return factory;
    }
}
