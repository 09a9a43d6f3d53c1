package cn.wenzheng.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** How a diagram looks (house rules, section 7). */
public final class DiagramRules {

    /** The most symbols of one level; boundary events and their ends are not counted. */
    private static final int SYMBOLS = 25;

    private static final Map<String, String> SIZES =
            Map.of("Event", "36x36", "Gateway", "50x50", "Task", "100x80", "callActivity", "100x80");

    private final BpmnModel model;
    private final Findings findings;
    private final Picture picture;

    private DiagramRules(BpmnModel model) {
        this.model = model;
        this.findings = new Findings(model.file());
        this.picture = Picture.of(model);
    }

    /** Everything that is not drawn, or not drawn as it should be. */
    public static List<String> findings(BpmnModel model) {
        DiagramRules rules = new DiagramRules(model);
        rules.everythingIsDrawn();
        if (rules.findings.lines().isEmpty()) {
            model.nodes().forEach(rules::size);
            model.all("boundaryEvent").forEach(rules::sitsOnItsHost);
            model.flows().forEach(rules::line);
            model.levels().forEach(rules::level);
            rules.noLanesNoColours();
            rules.noCrossings();
        }
        return rules.findings.lines();
    }

    private void everythingIsDrawn() {
        for (Element node : model.nodes()) {
            findings.expect(picture.shapes().containsKey(node.getAttribute("id")), node, "is not drawn");
        }
        for (Element flow : model.flows()) {
            findings.expect(picture.edges().containsKey(flow.getAttribute("id")), flow, "is not drawn");
        }
        Set<String> drawn = new HashSet<>(picture.shapes().keySet());
        drawn.addAll(picture.edges().keySet());
        drawn.forEach(id -> findings.expect(model.find(id).isPresent(), id, "is drawn but not there"));
    }

    private void size(Element node) {
        String kind = node.getLocalName();
        Optional<String> wanted = SIZES.entrySet().stream()
                .filter(entry -> kind.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        Picture.Box box = picture.boxOf(node);
        wanted.ifPresent(
                size -> findings.expect(box.size().equals(size), node, "has not its default size: " + box.size()));
    }

    private void sitsOnItsHost(Element event) {
        Picture.Box host = picture.shapes().get(event.getAttribute("attachedToRef"));
        findings.expect(
                host.hasOnItsEdge(picture.boxOf(event).centre()), event, "does not sit on the edge of its host");
    }

    private void line(Element flow) {
        Picture.Line line = picture.lineOf(flow);
        findings.expect(line.isOrthogonal(), flow, "is drawn aslant");
        findings.expect(
                picture.shapes().get(flow.getAttribute("sourceRef")).hasOnItsEdge(line.first())
                        && picture.shapes().get(flow.getAttribute("targetRef")).hasOnItsEdge(line.last()),
                flow,
                "does not reach from edge to edge");
    }

    private void level(Element level) {
        Set<Element> aside = new HashSet<>();
        for (Element node : BpmnModel.nodes(level)) {
            if (node.getLocalName().equals("boundaryEvent")) {
                aside.add(node);
                model.flowsFrom(node).stream()
                        .map(model::target)
                        .filter(target -> target.getLocalName().equals("endEvent"))
                        .forEach(aside::add);
            }
        }
        int symbols = BpmnModel.nodes(level).size() - aside.size();
        findings.expect(symbols <= SYMBOLS, level, "has too many symbols: " + symbols);
        happyPath(level);
    }

    /** From the start along the first flow, at a question along its yes, everything lies on one axis. */
    private void happyPath(Element level) {
        Element start = BpmnModel.nodes(level).stream()
                .filter(node -> node.getLocalName().equals("startEvent"))
                .findFirst()
                .orElseThrow();
        double axis = picture.boxOf(start).centre().y();
        Set<Element> seen = new HashSet<>();
        Optional<Element> flow = onwards(start);
        while (flow.isPresent() && seen.add(flow.get())) {
            Picture.Line line = picture.lineOf(flow.get());
            findings.expect(line.runsRightOn(axis), flow.get(), "leaves the axis of the happy path");
            flow = onwards(model.target(flow.get()));
        }
    }

    private Optional<Element> onwards(Element node) {
        List<Element> flows = model.flowsFrom(node);
        return flows.stream()
                .filter(flow -> flow.getAttribute("id").endsWith("_Yes"))
                .findFirst()
                .or(() -> flows.stream().findFirst());
    }

    private void noLanesNoColours() {
        for (String kind : List.of("laneSet", "lane", "participant", "collaboration")) {
            model.all(kind).forEach(element -> findings.expect(false, element, "is a lane"));
        }
        List<Element> drawn = new ArrayList<>(model.all("BPMNShape"));
        drawn.addAll(model.all("BPMNEdge"));
        drawn.forEach(element ->
                findings.expect(attributes(element).noneMatch(DiagramRules::isColour), element, "is coloured"));
    }

    private static Stream<String> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(index -> attributes.item(index).getNodeName());
    }

    private static boolean isColour(String attribute) {
        return attribute.matches(".*(color|colour|stroke|fill).*");
    }

    private void noCrossings() {
        List<String> flows = picture.edges().keySet().stream().sorted().toList();
        for (String one : flows) {
            String crossed = flows.stream()
                    .filter(other -> other.compareTo(one) > 0)
                    .filter(other ->
                            picture.edges().get(one).crosses(picture.edges().get(other)))
                    .collect(Collectors.joining(" "));
            findings.expect(crossed.isEmpty(), one, "crosses " + crossed);
        }
    }
}
