package cn.wenzheng.petition.web;

import cn.wenzheng.access.Asked;
import cn.wenzheng.access.Period;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.PetitionFilter;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.PetitionOrder;
import cn.wenzheng.petition.PetitionOrder.Sorting;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.Urgency;
import java.time.ZoneId;
import java.util.Map;
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
        @Nullable String matter,
        @Nullable Boolean alone,
        @Nullable String q,
        @Nullable PetitionOrder sort,
        @Nullable Boolean reversed,
        @Nullable Integer page) {

    private static final String LIST = "/petitions";

    PetitionFilter filter(ZoneId zone) {
        Period period = Period.of(from, to, zone);
        return new PetitionFilter(
                status,
                Asked.given(unit),
                Asked.given(category),
                channel,
                kind,
                urgency,
                overdue,
                period.from(),
                period.to(),
                Asked.given(matter),
                alone,
                Asked.given(q));
    }

    /** The order asked for, the newest first when none is. */
    Sorting sorting() {
        return new Sorting(sort == null ? PetitionOrder.RECEIVED : sort, Boolean.TRUE.equals(reversed));
    }

    /** The address of another page of the same list. */
    public String at(int otherPage) {
        return everything().at(LIST, otherPage);
    }

    /** The address of the same list without one of its filters. */
    public String without(String name) {
        return everything().without(name).at(LIST, 0);
    }

    /** The address of the same list in another order; in the other direction when it has that order already. */
    public String by(PetitionOrder order) {
        return filters()
                .add("sort", order == PetitionOrder.RECEIVED ? null : order)
                .add("reversed", sorting().equals(new Sorting(order, false)) ? true : null)
                .at(LIST, 0);
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
        return everything().add("format", format).at(LIST + "/export", 0);
    }

    /** The address that counts what has come into the same list since. */
    public String news(String since) {
        return everything().add("since", since).at(LIST + "/news", 0);
    }

    /** Filters and order as they stand in the address; empty for the list of everything. */
    public String query() {
        return at(0).replaceFirst("[^?]*\\??", "");
    }

    /** The filters that narrow the list now, by name. */
    public Map<String, Object> asked() {
        return filters().byName();
    }

    /** Filters and order by name. */
    public Map<String, Object> all() {
        return everything().byName();
    }

    private Asked filters() {
        return new Asked()
                .add("status", status)
                .add("unit", unit)
                .add("category", category)
                .add("channel", channel)
                .add("kind", kind)
                .add("urgency", urgency)
                .add("overdue", overdue)
                .add("from", from)
                .add("to", to)
                .add("matter", matter)
                .add("alone", alone)
                .add("q", q);
    }

    private Asked everything() {
        Sorting sorting = sorting();
        return filters()
                .add("sort", sorting.order() == PetitionOrder.RECEIVED ? null : sorting.order())
                .add("reversed", sorting.reversed() ? true : null);
    }
}
