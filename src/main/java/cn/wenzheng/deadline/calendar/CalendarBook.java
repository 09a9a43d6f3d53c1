package cn.wenzheng.deadline.calendar;

import cn.wenzheng.deadline.Calendars;
import cn.wenzheng.deadline.WorkingTime;
import cn.wenzheng.organization.Refusal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All calendars of one moment and who works by which; it never changes, an edit makes another one. */
final class CalendarBook implements Calendars {

    private final ZoneId zone;
    private final UnitTree tree;
    private final long version;
    private final Map<String, CalendarSheet> sheets;
    private final GivenCalendars given;
    private final Map<String, Chain> chains = new HashMap<>();
    private final Map<List<String>, WorkingCalendar> calendars = new ConcurrentHashMap<>();

    /**
     * @param sheets by the codes of their layers, the city's among them
     * @param units those that have a calendar of their own
     */
    CalendarBook(
            ZoneId zone,
            UnitTree tree,
            long version,
            Map<String, CalendarSheet> sheets,
            Map<String, List<UnitCalendar>> units) {
        this.zone = zone;
        this.tree = tree;
        this.version = version;
        this.sheets = new LinkedHashMap<>(sheets);
        this.given = new GivenCalendars(tree, Map.copyOf(units));
        sheets.keySet().forEach(code -> chains.put(code, chainOf(code)));
    }

    private Chain chainOf(String code) {
        List<CalendarSheet> chain = new ArrayList<>();
        for (CalendarSheet sheet = sheets.get(code); sheet != null; sheet = parentOf(sheet)) {
            chain.add(sheet);
        }
        return new Chain(chain);
    }

    private @Nullable CalendarSheet parentOf(CalendarSheet sheet) {
        return sheet.layer().parent() == null ? null : sheets.get(sheet.layer().parent());
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public WorkingTime of(String unit) {
        return calendars.computeIfAbsent(
                given.above(unit), path -> new WorkingCalendar(zone, date -> chainOn(path, date)));
    }

    /** The time of a layer, whoever works by it. */
    WorkingTime ofLayer(String code) {
        Chain chain = chain(code);
        return new WorkingCalendar(zone, date -> chain);
    }

    private Chain chainOn(List<String> path, LocalDate date) {
        return given.on(path, date).map(this::chain).orElseGet(() -> chain(cityLayer()));
    }

    String cityLayer() {
        return single(LayerKind.CITY);
    }

    String national() {
        return single(LayerKind.NATIONAL);
    }

    private String single(LayerKind kind) {
        return sheets.values().stream()
                .map(CalendarSheet::layer)
                .filter(layer -> layer.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no calendar " + kind))
                .code();
    }

    Chain chain(String code) {
        Chain chain = chains.get(code);
        if (chain == null) {
            throw Refusal.invalid("calendar", "calendar-unknown", code);
        }
        return chain;
    }

    /** The layer that an address names; there may be none. */
    CalendarSheet existing(String code) {
        CalendarSheet sheet = sheets.get(code);
        if (sheet == null) {
            throw Refusal.notFound();
        }
        return sheet;
    }

    /** The units that work by the layer at some time, with all their times. */
    SortedMap<String, List<UnitCalendar>> unitsOf(String code) {
        return given.by(code);
    }

    CalendarSheet sheet(String code) {
        return chain(code).sheets().get(0);
    }

    Collection<CalendarSheet> sheets() {
        return sheets.values();
    }

    Map<String, List<UnitCalendar>> units() {
        return given.units();
    }

    UnitTree tree() {
        return tree;
    }

    /** The book after a change that {@link CalendarChange} has found right. */
    CalendarBook with(CalendarSheet changed) {
        Map<String, CalendarSheet> others = new LinkedHashMap<>(sheets);
        others.put(changed.layer().code(), changed);
        return new CalendarBook(zone, tree, version + 1, others, given.units());
    }

    CalendarBook with(String unit, List<UnitCalendar> given) {
        return new CalendarBook(zone, tree, version + 1, sheets, this.given.with(unit, given));
    }
}
