package cn.wenzheng.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A DMN file as it lies on the disk.
 *
 * @param file its name without the ending
 */
public record DecisionModel(String file, Document document) {

    private static final Path FOLDER = Path.of("processes");

    /** Every decision of the product. */
    public static List<DecisionModel> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .map(DecisionModel::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** A fresh copy that may be spoilt. */
    public static DecisionModel of(String file) {
        return read(FOLDER.resolve(file + ".dmn"));
    }

    private static DecisionModel read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            String name = file.getFileName().toString().replace(".dmn", "");
            return new DecisionModel(name, factory.newDocumentBuilder().parse(file.toFile()));
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    Element decision() {
        return all("decision").get(0);
    }

    /** Every element of this kind. */
    public List<Element> all(String kind) {
        NodeList nodes = document.getElementsByTagNameNS("*", kind);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(at -> (Element) nodes.item(at))
                .toList();
    }

    /** What stands in the cells of a rule. */
    static String text(Element cell) {
        return BpmnModel.child(cell, "text")
                .map(Element::getTextContent)
                .orElse("")
                .strip();
    }
}
