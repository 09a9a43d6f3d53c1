package cn.wenzheng.petition.web;

import cn.wenzheng.access.Period;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.PetitionFilter;
import cn.wenzheng.petition.PetitionStatus;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of petitions was asked for, as it stands in the address.
 *
 * @param to the last day, included
 * @param page counted from 0
 */
record PetitionSearch(
        @Nullable PetitionStatus status,
        @Nullable String unit,
        @Nullable String category,
        @Nullable Channel channel,
        @Nullable Boolean overdue,
        @Nullable String from,
        @Nullable String to,
        @Nullable String q,
        @Nullable Integer page) {

    PetitionFilter filter(ZoneId zone) {
        Period period = Period.of(from, to, zone);
        return new PetitionFilter(
                status, given(unit), given(category), channel, overdue, period.from(), period.to(), given(q));
    }

    /** The address of another page of the same list. */
    public String at(int otherPage) {
        return address(asked(), otherPage);
    }

    /** The address of the same list without one of its filters. */
    public String without(String name) {
        Map<String, Object> rest = asked();
        rest.remove(name);
        return address(rest, 0);
    }

    /** The filters that narrow the list now, by name. */
    public Map<String, Object> asked() {
        Map<String, Object> asked = new TreeMap<>();
        put(asked, "status", status == null ? null : status.code());
        put(asked, "unit", given(unit));
        put(asked, "category", given(category));
        put(asked, "channel", channel == null ? null : channel.code());
        put(asked, "overdue", overdue);
        put(asked, "from", given(from));
        put(asked, "to", given(to));
        put(asked, "q", given(q));
        return asked;
    }

    private static void put(Map<String, Object> asked, String name, @Nullable Object value) {
        if (value != null) {
            asked.put(name, value);
        }
    }

    private static String address(Map<String, Object> asked, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/petitions");
        asked.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        if (page > 0) {
            address.queryParam("page", page);
        }
        return address.encode().buildAndExpand(asked).toUriString();
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
