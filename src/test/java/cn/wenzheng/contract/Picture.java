package cn.wenzheng.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Where everything of a diagram is drawn.
 *
 * @param shapes by the id of what they show
 * @param edges by the id of the flow they show
 */
record Picture(Map<String, Box> shapes, Map<String, Line> edges) {

    record Point(double x, double y) {}

    record Box(double x, double y, double width, double height) {
        Point centre() {
            return new Point(x + width / 2, y + height / 2);
        }

        String size() {
            return "%.0fx%.0f".formatted(width, height);
        }

        boolean hasOnItsEdge(Point point) {
            boolean within = point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
            boolean onSide = point.x == x || point.x == x + width || point.y == y || point.y == y + height;
            return within && onSide;
        }
    }

    /** A straight piece of a line. */
    record Piece(Point from, Point to) {
        boolean isHorizontal() {
            return from.y == to.y;
        }

        boolean isVertical() {
            return from.x == to.x;
        }

        /** True when the two cut through each other; touching ends are no cut. */
        boolean cuts(Piece other) {
            if (isHorizontal() == other.isHorizontal()) {
                return false;
            }
            Piece flat = isHorizontal() ? this : other;
            Piece upright = isHorizontal() ? other : this;
            return isBetween(flat.from.x, upright.from.x, flat.to.x)
                    && isBetween(upright.from.y, flat.from.y, upright.to.y);
        }

        private static boolean isBetween(double one, double value, double other) {
            return value > Math.min(one, other) && value < Math.max(one, other);
        }
    }

    record Line(List<Point> points) {
        Point first() {
            return points.get(0);
        }

        Point last() {
            return points.get(points.size() - 1);
        }

        boolean isOrthogonal() {
            return pieces().allMatch(piece -> piece.isHorizontal() || piece.isVertical());
        }

        boolean runsRightOn(double axis) {
            return pieces().allMatch(piece -> piece.from.y == axis && piece.to.y == axis && piece.from.x < piece.to.x);
        }

        boolean crosses(Line other) {
            return pieces().anyMatch(mine -> other.pieces().anyMatch(mine::cuts));
        }

        private Stream<Piece> pieces() {
            return IntStream.range(1, points.size()).mapToObj(at -> new Piece(points.get(at - 1), points.get(at)));
        }
    }

    static Picture of(BpmnModel model) {
        return new Picture(
                model.all("BPMNShape").stream()
                        .collect(Collectors.toMap(shape -> shape.getAttribute("bpmnElement"), Picture::box)),
                model.all("BPMNEdge").stream()
                        .collect(Collectors.toMap(edge -> edge.getAttribute("bpmnElement"), Picture::line)));
    }

    Box boxOf(Element node) {
        return shapes.get(node.getAttribute("id"));
    }

    Line lineOf(Element flow) {
        return edges.get(flow.getAttribute("id"));
    }

    private static Box box(Element shape) {
        Element bounds = BpmnModel.child(shape, "Bounds").orElseThrow();
        return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static Line line(Element edge) {
        return new Line(BpmnModel.children(edge).stream()
                .filter(child -> child.getLocalName().equals("waypoint"))
                .map(point -> new Point(number(point, "x"), number(point, "y")))
                .toList());
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
