package cn.wenzheng.petition;

import cn.wenzheng.access.Asked;
import cn.wenzheng.organization.Limits;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of petitions is narrowed to; null narrows nothing.
 *
 * @param unit a unit that has or had a part in the petition
 * @param category a topic of any level; its branch is meant
 * @param overdue true for petitions with a running limit that is over, false for all others
 * @param from the earliest {@code receivedAt}, included
 * @param to the latest {@code receivedAt}, excluded
 * @param matter the number of a matter whose members they are
 * @param alone whether the system has accepted it by itself
 * @param q words that must all occur in number, title, text or address: see {@link SearchWords}
 */
public record PetitionFilter(
        @Nullable PetitionStatus status,
        @Nullable String unit,
        @Nullable String category,
        @Nullable Channel channel,
        @Nullable PetitionKind kind,
        @Nullable Urgency urgency,
        @Nullable Boolean overdue,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String matter,
        @Nullable Boolean alone,
        @Nullable String q) {

    /** The most characters that can be searched for at once. */
    private static final int LONGEST_SEARCH = 100;

    /** Everything the caller may see. */
    public static final PetitionFilter ALL = new PetitionFilter(null, null, null, null, null, null, null, null);

    /**
     * Refuses words nobody types.
     *
     * @throws cn.wenzheng.organization.Refusal when there are more than 100 characters of them
     */
    public PetitionFilter {
        q = Limits.optional("q", q, LONGEST_SEARCH);
    }

    /** Narrowed neither to the members of a matter nor by who has accepted it. */
    public PetitionFilter(
            @Nullable PetitionStatus status,
            @Nullable String unit,
            @Nullable String category,
            @Nullable Channel channel,
            @Nullable PetitionKind kind,
            @Nullable Urgency urgency,
            @Nullable Boolean overdue,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String q) {
        this(status, unit, category, channel, kind, urgency, overdue, from, to, null, null, q);
    }

    /** The members of a matter. */
    public static PetitionFilter membersOf(String matter) {
        return new PetitionFilter(null, null, null, null, null, null, null, null, null, matter, null, null);
    }

    /** Narrowed by neither kind nor urgency. */
    public PetitionFilter(
            @Nullable PetitionStatus status,
            @Nullable String unit,
            @Nullable String category,
            @Nullable Channel channel,
            @Nullable Boolean overdue,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String q) {
        this(status, unit, category, channel, null, null, overdue, from, to, null, null, q);
    }

    /** The same list, of what has come in since. */
    PetitionFilter since(Instant instant) {
        Instant later = from == null || from.isBefore(instant) ? instant : from;
        return new PetitionFilter(status, unit, category, channel, kind, urgency, overdue, later, to, matter, alone, q);
    }

    /** The filters as the journal keeps them: codes, and of the words only that there were some. */
    Map<String, Object> facts() {
        return new Asked()
                .add("status", status)
                .add("unit", unit)
                .add("category", category)
                .add("channel", channel)
                .add("kind", kind)
                .add("urgency", urgency)
                .add("overdue", overdue)
                .add("since", from)
                .add("until", to)
                .add("matter", matter)
                .add("alone", alone)
                .add("words", q == null ? null : true)
                .byName();
    }
}
