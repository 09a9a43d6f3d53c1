package cn.wenzheng.audit;

import cn.wenzheng.access.Asked;
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
import org.jspecify.annotations.Nullable;

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
                matching(
                        "petition",
                        upper(Asked.given(petition)),
                        "[A-Z]{2}-\\d{8}-\\d{6,12}",
                        "petition-number-malformed"),
                matching("unit", Asked.given(unit), "[A-Za-z0-9]{1,20}", "unit-unknown"),
                Period.of(from, to, zone),
                kind,
                outcome,
                door);
    }

    private @Nullable String account(OrganizationDesk organization) {
        String asked = Asked.given(person);
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
        return filters().at("/audit", otherPage);
    }

    /** The address of the same search without one of its filters. */
    public String without(String name) {
        return filters().without(name).at("/audit", 0);
    }

    /** The address of the file with everything found. */
    public String export(String format) {
        return filters().add("format", format).at("/api/audit/journal/export", 0);
    }

    /** The filters that narrow the journal now, by name. */
    public Map<String, Object> asked() {
        return filters().byName();
    }

    private Asked filters() {
        return new Asked()
                .add("person", person)
                .add("petition", petition)
                .add("unit", unit)
                .add("from", from)
                .add("to", to)
                .add("kind", kind)
                .add("outcome", outcome)
                .add("door", door);
    }

    private static @Nullable String upper(@Nullable String value) {
        return value == null ? null : value.toUpperCase(Locale.ROOT);
    }
}
