package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionOrder.Sorting;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The read side of room {@code petition}: every answer is cut and masked for its reader already. */
@Component
public class PetitionSheets {

    private final PetitionRows petitions;
    private final ListRows lists;
    private final SheetRows rows;
    private final CitizenViews citizenViews;
    private final CaseSheets caseSheets;
    private final OrganizationDesk organization;
    private final Journal journal;

    PetitionSheets(
            PetitionRows petitions,
            ListRows lists,
            SheetRows rows,
            CitizenViews citizenViews,
            CaseSheets caseSheets,
            OrganizationDesk organization,
            Journal journal) {
        this.petitions = petitions;
        this.lists = lists;
        this.rows = rows;
        this.citizenViews = citizenViews;
        this.caseSheets = caseSheets;
        this.organization = organization;
        this.journal = journal;
    }

    /** One page of a list and how many rows there are in all. */
    public record PetitionPage(List<PetitionLine> items, long total) {}

    /** What a citizen said, and where he says it is, for classification. */
    public record Words(
            @Nullable String title, String text, @Nullable String address) {}

    /**
     * Where a petition is.
     *
     * @param units those with an open part, in no order; empty while the centre holds it and when it is over
     */
    public record Whereabouts(PetitionStatus status, List<String> units) {}

    /**
     * How far somebody's right to petitions reaches.
     *
     * @param all true when he may see every one; otherwise those in which one of {@code units} has a part
     */
    public record Reach(boolean all, List<String> units) {}

    /** Of what petitions this person may see the list. */
    public Reach reach(Actor actor) {
        Reader reader = Reader.of(actor, organization);
        return new Reach(reader.all(), reader.units());
    }

    /** In whose hands the petition is, for whoever has to be told something about it. */
    public Whereabouts whereabouts(String number) {
        return rows.whereabouts(number).orElseThrow(Refusal::notFound);
    }

    /** What the citizen sees; the caller has checked the query code. */
    public CitizenView citizenView(String number) {
        return citizenViews.of(number);
    }

    /** The case sheet for this person; a petition he may not see does not exist for him. Every look is journaled. */
    @Transactional
    public CaseSheet caseSheet(String number, Actor actor) {
        Reader reader = Reader.of(actor, organization);
        if (!lists.exists(number, reader)) {
            throw Refusal.notFound();
        }
        journal.done(actor, "petition-viewed", number, Map.of(), Map.of());
        return caseSheets.of(number, reader, actor);
    }

    /** The petitions this person may see, newest first; page from 0. */
    @Transactional
    public PetitionPage list(PetitionFilter filter, Actor actor, int page, int size) {
        return list(filter, PetitionOrder.NEWEST, actor, page, size);
    }

    /**
     * The petitions this person may see; page from 0. Who looks for words, which may be a name or a phone, is journaled
     * without them; going through the lists of one's work is not.
     */
    @Transactional
    public PetitionPage list(PetitionFilter filter, Sorting sorting, Actor actor, int page, int size) {
        Reader reader = Reader.of(actor, organization);
        ListConditions conditions = conditions(filter, reader);
        long total = lists.count(conditions);
        List<PetitionLine> found = lists.lines(conditions, total, sorting, reader, size, page * size);
        if (filter.q() != null) {
            journal.done(actor, "petitions-searched", null, Map.of(), Map.of("rows", found.size()));
        }
        return new PetitionPage(found, total);
    }

    /** Those of the petitions that this person may see, in no order; the others are left out. */
    public List<PetitionLine> lines(Collection<String> numbers, Actor actor) {
        Reader reader = Reader.of(actor, organization);
        ListConditions conditions = ListConditions.readableBy(reader)
                .and(numbers, "p.number = ANY (?)", (Object) numbers.toArray(String[]::new));
        return lists.lines(conditions, numbers.size(), PetitionOrder.NEWEST, reader, numbers.size(), 0);
    }

    /** How many petitions of the list have come in since. */
    public long arrivedSince(Instant instant, PetitionFilter filter, Actor actor) {
        return lists.count(conditions(filter.since(instant), Reader.of(actor, organization)));
    }

    private ListConditions conditions(PetitionFilter filter, Reader reader) {
        return lists.conditions(filter, organization.categoriesWithin(filter.category()), reader);
    }

    /** Notes that the case sheet was printed: from then on there is a copy the house cannot take back. */
    @Transactional
    public void printed(String number, Actor actor) {
        if (!visible(number, actor)) {
            throw Refusal.notFound();
        }
        journal.done(actor, "petition-printed", number, Map.of(), Map.of());
    }

    /** True when the person may see the petition. */
    public boolean visible(String number, Actor actor) {
        return lists.exists(number, Reader.of(actor, organization));
    }

    /**
     * Shows one contact field (name, phone, email) to the centre, which gives a reason; journaled.
     *
     * @return the field as the petitioner gave it
     */
    @Transactional
    public String reveal(String number, @Nullable String field, @Nullable String reason, Actor actor) {
        String why = Limits.required("reason", reason, PetitionCommand.NOTE);
        ContactField wanted = ContactField.named(field);
        Reader reader = Reader.of(actor, organization);
        if (!lists.exists(number, reader)) {
            throw Refusal.notFound();
        }
        if (!reader.reveals(petitions.petition(number).hideIdentity)) {
            throw Refusal.forbidden("reveal-not-allowed");
        }
        String value = rows.content(number)
                .map(content -> ContactField.of(content.petitioner()).get(wanted))
                .orElseThrow(Refusal::notFound);
        journal.done(actor, "contact-revealed", number, Map.of(), Map.of("field", wanted.code(), "reason", why));
        return value;
    }

    public Words words(String number) {
        return rows.content(number)
                .map(content -> new Words(content.title(), content.text(), content.address()))
                .orElseThrow(Refusal::notFound);
    }

    /** As {@link #words(String)}, of several petitions by their numbers; what there is not is left out. */
    public Map<String, Words> words(Collection<String> numbers) {
        return rows.words(numbers);
    }
}
