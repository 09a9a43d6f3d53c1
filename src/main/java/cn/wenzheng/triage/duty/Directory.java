package cn.wenzheng.triage.duty;

import cn.wenzheng.organization.KeptDuty;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.triage.Duties.Duty;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the duty directory: pure rules over its rows.
 *
 * <p>The duty of the area counts before those of the areas above it, these before that of the whole city. A row whose
 * unit is closed answers nothing: the next one is asked, and where there is none the directory has a gap.
 */
final class Directory {

    /** A city has few areas but many topics: rows are found by topic, then by area; the whole city is under "". */
    private final Map<String, Map<String, List<KeptDuty>>> rows = new HashMap<>();

    private final OrganizationDesk organization;

    Directory(Collection<KeptDuty> duties, OrganizationDesk organization) {
        this.organization = organization;
        for (KeptDuty duty : duties) {
            rows.computeIfAbsent(duty.leaf(), leaf -> new HashMap<>())
                    .merge(Objects.requireNonNullElse(duty.area(), ""), List.of(duty), Directory::joined);
        }
    }

    private static List<KeptDuty> joined(List<KeptDuty> some, List<KeptDuty> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Whose the topic is on a day; empty where nobody's. */
    Optional<Duty> of(String leaf, @Nullable String area, LocalDate day) {
        return row(leaf, area, day).map(this::told);
    }

    /** The row that says so. */
    Optional<KeptDuty> row(String leaf, @Nullable String area, LocalDate day) {
        Map<String, List<KeptDuty>> ofLeaf = rows.getOrDefault(leaf, Map.of());
        for (Unit at = unit(area); at != null; at = unit(at.parent())) {
            Optional<KeptDuty> found = inForce(ofLeaf.get(at.code()), day);
            if (found.isPresent()) {
                return found;
            }
        }
        return inForce(ofLeaf.get(""), day);
    }

    private @Nullable Unit unit(@Nullable String code) {
        return code == null ? null : organization.unit(code).orElse(null);
    }

    private Optional<KeptDuty> inForce(@Nullable List<KeptDuty> some, LocalDate day) {
        return some == null
                ? Optional.empty()
                : KeptDuty.inForce(
                        some.stream().filter(row -> isOpen(row.unit())).toList(), day);
    }

    private boolean isOpen(@Nullable String code) {
        return unit(code) != null;
    }

    private Duty told(KeptDuty row) {
        return new Duty(
                Objects.requireNonNull(row.unit()),
                row.assisting().stream().filter(this::isOpen).toList(),
                row.level(),
                Objects.requireNonNullElse(row.clause(), ""));
    }

    /** For each topic a mark of all it says on a day: another as soon as one of its rows says something else. */
    Map<String, String> marks(LocalDate day) {
        return rows.keySet().stream()
                .filter(leaf -> organization.category(leaf).isPresent())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), leaf -> mark(leaf, day)));
    }

    private String mark(String leaf, LocalDate day) {
        String said = rowsOf(leaf).stream()
                .filter(row -> row.term().holdsOn(day) && isOpen(row.unit()))
                .map(row -> row.area() + " " + row.term() + " " + told(row))
                .sorted()
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The topic's rows, those of the whole city first. */
    List<KeptDuty> rowsOf(String leaf) {
        return rows.getOrDefault(leaf, Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** True when an area of the topic has a duty of its own: then it matters where something is. */
    boolean knowsAreas(String leaf) {
        Map<String, List<KeptDuty>> ofLeaf = rows.getOrDefault(leaf, Map.of());
        return ofLeaf.size() > 1 || !ofLeaf.isEmpty() && !ofLeaf.containsKey("");
    }

    /** True when there is a day, today or later, on which another row says something of the same topic and area. */
    boolean isOverlapped(KeptDuty row, LocalDate today) {
        return rows
                .getOrDefault(row.leaf(), Map.of())
                .getOrDefault(Objects.requireNonNullElse(row.area(), ""), List.of())
                .stream()
                .filter(other -> !other.equals(row) && !other.term().isOverOn(today))
                .anyMatch(other -> !row.term().isOverOn(today) && other.term().overlaps(row.term()));
    }
}
