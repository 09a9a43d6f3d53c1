package cn.wenzheng.access.city;

import cn.wenzheng.organization.PeopleFilter;
import cn.wenzheng.organization.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

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
        return new PeopleFilter(given(q), given(unit), role, active);
    }

    public boolean isNarrowed() {
        return given(q) != null || given(unit) != null || role != null || active != null;
    }

    /** The address of another page of the same list. */
    public String at(int otherPage) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/admin/people");
        add(address, "q", given(q));
        add(address, "unit", given(unit));
        add(address, "role", role == null ? null : role.code());
        add(address, "active", active);
        return address.queryParam("page", otherPage).encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
