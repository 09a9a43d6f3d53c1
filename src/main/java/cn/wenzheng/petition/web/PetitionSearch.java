package cn.wenzheng.petition.web;

import cn.wenzheng.access.Period;
import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.PetitionFilter;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.PetitionOrder;
import cn.wenzheng.petition.PetitionOrder.Sorting;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.Urgency;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the list of petitions was asked for, as it stands in the address.
 *
 * @param to the last day, included
 * @param reversed true for the other direction of the order
 * @param page counted from 0
 */
record PetitionSearch(
        @Nullable PetitionStatus status,
        @Nullable String unit,
        @Nullable String category,
        @Nullable Channel channel,
        @Nullable PetitionKind kind,
        @Nullable Urgency urgency,
        @Nullable Boolean overdue,
        @Nullable String from,
        @Nullable String to,
        @Nullable String q,
        @Nullable PetitionOrder sort,
        @Nullable Boolean reversed,
        @Nullable Integer page) {

    PetitionFilter filter(ZoneId zone) {
        Period period = Period.of(from, to, zone);
        return new PetitionFilter(
                status,
                given(unit),
                given(category),
                channel,
                kind,
                urgency,
                overdue,
                period.from(),
                period.to(),
                given(q));
    }

    /** The order asked for, the newest first when none is. */
    Sorting sorting() {
        return new Sorting(sort == null ? PetitionOrder.RECEIVED : sort, Boolean.TRUE.equals(reversed));
    }

    /** The address of another page of the same list. */
    public String at(int otherPage) {
        return ListAddress.of("/petitions", all(), otherPage);
    }

    /** The address of the same list without one of its filters. */
    public String without(String name) {
        Map<String, Object> rest = all();
        rest.remove(name);
        return ListAddress.of("/petitions", rest, 0);
    }

    /** The address of the same list in another order; in the other direction when it has that order already. */
    public String by(PetitionOrder order) {
        Map<String, Object> other = asked();
        put(other, "sort", order == PetitionOrder.RECEIVED ? null : order.code());
        put(other, "reversed", sorting().equals(new Sorting(order, false)) ? true : null);
        return ListAddress.of("/petitions", other, 0);
    }

    /** What a table tells a screen reader: {@code ascending}, {@code descending}, or null for another column. */
    public @Nullable String direction(PetitionOrder order) {
        Sorting now = sorting();
        if (now.order() != order) {
            return null;
        }
        return now.ascending() ? "ascending" : "descending";
    }

    /** The address of the same list as a file. */
    public String file(String format) {
        Map<String, Object> asked = all();
        asked.put("format", format);
        return ListAddress.of("/petitions/export", asked, 0);
    }

    /** The address that counts what has come into the same list since. */
    public String news(String since) {
        Map<String, Object> asked = all();
        asked.put("since", since);
        return ListAddress.of("/petitions/news", asked, 0);
    }

    /** Filters and order as they stand in the address; empty for the list of everything. */
    public String query() {
        return at(0).replaceFirst("[^?]*\\??", "");
    }

    /** The filters that narrow the list now, by name. */
    public Map<String, Object> asked() {
        Map<String, Object> asked = new TreeMap<>();
        put(asked, "status", code(status));
        put(asked, "unit", given(unit));
        put(asked, "category", given(category));
        put(asked, "channel", code(channel));
        put(asked, "kind", code(kind));
        put(asked, "urgency", code(urgency));
        put(asked, "overdue", overdue);
        put(asked, "from", given(from));
        put(asked, "to", given(to));
        put(asked, "q", given(q));
        return asked;
    }

    /** Filters and order by name. */
    public Map<String, Object> all() {
        Map<String, Object> all = asked();
        Sorting sorting = sorting();
        put(
                all,
                "sort",
                sorting.order() == PetitionOrder.RECEIVED
                        ? null
                        : sorting.order().code());
        put(all, "reversed", sorting.reversed() ? true : null);
        return all;
    }

    private static @Nullable String code(@Nullable ClosedList value) {
        return value == null ? null : value.code();
    }

    private static void put(Map<String, Object> asked, String name, @Nullable Object value) {
        if (value != null) {
            asked.put(name, value);
        }
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
