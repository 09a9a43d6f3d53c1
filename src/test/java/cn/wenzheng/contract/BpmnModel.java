package cn.wenzheng.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A BPMN file as it lies on the disk, so that also what the engine ignores can be checked.
 *
 * @param file its name without the ending
 */
public record BpmnModel(String file, Document document) {

    private static final Path FOLDER = Path.of("processes");

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "task",
            "scriptTask",
            "sendTask",
            "receiveTask",
            "manualTask");

    /** Every model of the product. */
    public static List<BpmnModel> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(BpmnModel::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** A fresh copy that may be spoilt. */
    public static BpmnModel of(String file) {
        return read(FOLDER.resolve(file + ".bpmn"));
    }

    private static BpmnModel read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            String name = file.getFileName().toString().replace(".bpmn", "");
            return new BpmnModel(name, factory.newDocumentBuilder().parse(file.toFile()));
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    Element process() {
        return all("process").get(0);
    }

    String id() {
        return process().getAttribute("id");
    }

    /** Every element of this kind, whatever its level. */
    List<Element> all(String kind) {
        return elements(document.getElementsByTagNameNS("*", kind));
    }

    /** The flow nodes of all levels. */
    List<Element> nodes() {
        return levels().stream().flatMap(level -> nodes(level).stream()).toList();
    }

    /** The flow nodes that stand directly in a process or sub-process. */
    static List<Element> nodes(Element level) {
        return children(level).stream()
                .filter(child -> NODES.contains(child.getLocalName()))
                .toList();
    }

    /** The process and its sub-processes. */
    List<Element> levels() {
        List<Element> levels = new ArrayList<>(all("process"));
        levels.addAll(all("subProcess"));
        return levels;
    }

    List<Element> flows() {
        return all("sequenceFlow");
    }

    List<Element> flowsFrom(Element node) {
        return flows().stream().filter(flow -> comesFrom(flow, node)).toList();
    }

    List<Element> flowsInto(Element node) {
        return flows().stream()
                .filter(flow -> flow.getAttribute("targetRef").equals(node.getAttribute("id")))
                .toList();
    }

    Element target(Element flow) {
        return find(flow.getAttribute("targetRef")).orElseThrow();
    }

    /** The element with this id; elements of the picture are not looked at. */
    public Optional<Element> find(String id) {
        return elements(document.getElementsByTagNameNS("http://www.omg.org/spec/BPMN/20100524/MODEL", "*")).stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst();
    }

    static List<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    static Optional<Element> child(Element parent, String kind) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(kind))
                .findFirst();
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS("http://camunda.org/schema/1.0/bpmn", attribute);
    }

    private static boolean comesFrom(Element flow, Element node) {
        return flow.getAttribute("sourceRef").equals(node.getAttribute("id"));
    }

    private static List<Element> elements(NodeList nodes) {
        return Stream.iterate(0, index -> index < nodes.getLength(), index -> index + 1)
                .map(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
