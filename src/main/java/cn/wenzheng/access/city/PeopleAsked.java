package cn.wenzheng.access.city;

import cn.wenzheng.access.Asked;
import cn.wenzheng.organization.PeopleFilter;
import cn.wenzheng.organization.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which people the page was asked for, as it stands in the address.
 *
 * @param page counted from 0
 */
record PeopleAsked(
        @Nullable String q,
        @Nullable String unit,
        @Nullable Role role,
        @Nullable Boolean active,
        @Nullable Integer page) {

    PeopleFilter filter() {
        return new PeopleFilter(Asked.given(q), Asked.given(unit), role, active);
    }

    public boolean isNarrowed() {
        return !filters().byName().isEmpty();
    }

    /** The address of another page of the same list. */
    public String at(int otherPage) {
        return filters().at("/admin/people", otherPage);
    }

    private Asked filters() {
        return new Asked().add("q", q).add("unit", unit).add("role", role).add("active", active);
    }
}
