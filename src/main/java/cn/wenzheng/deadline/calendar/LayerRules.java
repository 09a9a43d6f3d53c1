package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a layer may stand. */
final class LayerRules {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,19}");
    private static final int NAME = 50;
    private static final int MOST = 200;

    private LayerRules() {}

    static void check(CalendarBook book, Layer layer) {
        if (!CODE.matcher(layer.code()).matches()) {
            throw Refusal.invalid("code", "calendar-code-wrong");
        }
        Limits.required("zh", layer.zh(), NAME);
        Limits.required("en", layer.en(), NAME);
        Optional<Layer> before = book.sheets().stream()
                .map(CalendarSheet::layer)
                .filter(other -> other.code().equals(layer.code()))
                .findFirst();
        if (before.filter(other -> other.kind() != layer.kind()).isPresent()) {
            throw Refusal.invalid("kind", "calendar-kind-stays");
        }
        if (before.isEmpty()) {
            room(book, layer);
        }
        parent(book, layer);
    }

    private static void room(CalendarBook book, Layer layer) {
        boolean taken = book.sheets().stream().anyMatch(sheet -> sheet.layer().kind() == layer.kind());
        if (layer.kind().isSingle() && taken) {
            throw Refusal.invalid("kind", "calendar-only-one");
        }
        if (book.sheets().size() >= MOST) {
            throw Refusal.conflict("calendar-too-many", MOST);
        }
    }

    /** A parent is of a wider kind, so nothing can stand below itself. */
    private static void parent(CalendarBook book, Layer layer) {
        String parent = layer.parent();
        if (parent == null) {
            if (layer.kind() != LayerKind.NATIONAL) {
                throw Refusal.invalid("parent", "field-required", "parent");
            }
            return;
        }
        Layer above = book.sheets().stream()
                .map(CalendarSheet::layer)
                .filter(other -> other.code().equals(parent))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("parent", "calendar-unknown", parent));
        if (above.kind().compareTo(layer.kind()) >= 0) {
            throw Refusal.invalid("parent", "calendar-parent-wrong");
        }
    }
}
