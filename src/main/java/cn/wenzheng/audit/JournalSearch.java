package cn.wenzheng.audit;

import cn.wenzheng.access.Period;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Refusal;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the journal was asked for, as it stands in the address.
 *
 * @param person an account, or the full name of a person who alone has it
 * @param to the last day, included
 * @param page counted from 0
 */
record JournalSearch(
        @Parameter(description = "账号或姓名，经办或涉及的人 · Account or full name of who acted or is concerned") @Nullable
        String person,

        @Nullable String petition,

        @Parameter(description = "涉及的单位 · A unit that the line names") @Nullable
        String unit,

        @Nullable String from,
        @Nullable String to,
        @Nullable JournalKind kind,
        @Nullable Outcome outcome,
        @Nullable Door door,
        @Nullable Integer page,
        @Nullable Integer size) {

    /** Reads the filter; what is no code stays out, as the filter itself is written into the journal. */
    JournalFilter filter(OrganizationDesk organization, ZoneId zone) {
        return new JournalFilter(
                account(organization),
                matching("petition", upper(given(petition)), "[A-Z]{2}-\\d{8}-\\d{6,12}", "petition-number-malformed"),
                matching("unit", given(unit), "[A-Za-z0-9]{1,20}", "unit-unknown"),
                Period.of(from, to, zone),
                kind,
                outcome,
                door);
    }

    private @Nullable String account(OrganizationDesk organization) {
        String asked = given(person);
        if (asked == null
                || List.of("citizen", "system").contains(asked)
                || organization.person(asked).isPresent()) {
            return asked;
        }
        List<String> named = organization.people().stream()
                .filter(one -> one.name().equals(asked))
                .map(Person::id)
                .toList();
        if (named.size() > 1) {
            throw Refusal.invalid("person", "journal-person-ambiguous", String.join(", ", named));
        }
        return named.stream().findFirst().orElseThrow(() -> Refusal.invalid("person", "journal-person-unknown"));
    }

    private static @Nullable String matching(String field, @Nullable String value, String pattern, String slug) {
        if (value != null && !value.matches(pattern)) {
            throw Refusal.invalid(field, slug, value);
        }
        return value;
    }

    /** The address of another page of the same search. */
    public String at(int otherPage) {
        return address("/audit", asked(), otherPage);
    }

    /** The address of the same search without one of its filters. */
    public String without(String name) {
        Map<String, Object> rest = asked();
        rest.remove(name);
        return address("/audit", rest, 0);
    }

    /** The address of the file with everything found. */
    public String export(String format) {
        Map<String, Object> all = asked();
        all.put("format", format);
        return address("/api/audit/journal/export", all, 0);
    }

    /** The filters that narrow the journal now, by name. */
    public Map<String, Object> asked() {
        Map<String, Object> asked = new TreeMap<>();
        put(asked, "person", given(person));
        put(asked, "petition", given(petition));
        put(asked, "unit", given(unit));
        put(asked, "from", given(from));
        put(asked, "to", given(to));
        put(asked, "kind", JournalFilter.code(kind));
        put(asked, "outcome", JournalFilter.code(outcome));
        put(asked, "door", JournalFilter.code(door));
        return asked;
    }

    private static void put(Map<String, Object> asked, String name, @Nullable Object value) {
        if (value != null) {
            asked.put(name, value);
        }
    }

    private static String address(String path, Map<String, Object> asked, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        asked.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        if (page > 0) {
            address.queryParam("page", page);
        }
        return address.encode().buildAndExpand(asked).toUriString();
    }

    private static @Nullable String upper(@Nullable String value) {
        return value == null ? null : value.toUpperCase(Locale.ROOT);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
