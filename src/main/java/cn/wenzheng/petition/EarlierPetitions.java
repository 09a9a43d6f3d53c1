package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a contact has brought in, for the operator who has it on the telephone and beside a petition of the same person. */
@Component
public class EarlierPetitions {

    /** A glance while somebody waits; the list of petitions finds the rest. */
    private static final int GLANCE = 10;

    /** Beside a case sheet stand as many as fit there. */
    private static final int BESIDES = 7;

    /** The digits of a mobile number; what stands before them is the country. */
    private static final int DIGITS = 11;

    private static final int FEWEST_DIGITS = 5;

    private static final String SELECT = """
            SELECT p.number, p.status, p.received_at, p.channel, c.title, c.text, c.redacted_title, c.redacted_text,
                   count(*) OVER () AS total
            FROM petition_content c JOIN petition p ON p.number = c.petition""";

    private static final String NEWEST = " ORDER BY p.received_at DESC, p.number DESC LIMIT ?";

    static final String FIND =
            SELECT + " WHERE %s = ? OR %s = ?".formatted(SameContact.phoneOf("c"), SameContact.emailOf("c")) + NEWEST;

    private static final String SAME_PERSON = """
            p.number <> ?
            AND (%s = (SELECT %s FROM petition_content mine WHERE petition = ?)
                 OR %s = (SELECT %s FROM petition_content mine WHERE petition = ?))""".formatted(
                    SameContact.phoneOf("c"),
                    SameContact.phoneOf("mine"),
                    SameContact.emailOf("c"),
                    SameContact.emailOf("mine"));

    private final JdbcClient jdbc;
    private final OrganizationDesk organization;
    private final Journal journal;

    EarlierPetitions(JdbcClient jdbc, OrganizationDesk organization, Journal journal) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.journal = journal;
    }

    /** One of them. */
    public record Line(String number, PetitionStatus status, Channel channel, String gist, Instant receivedAt) {}

    /** The newest of them and how many there are. */
    public record Found(List<Line> items, long total) {}

    /**
     * Finds by phone or e-mail. Phones are the same when their digits are, with or without the country before them; the
     * journal learns that somebody searched, not for whom.
     */
    @Transactional
    public Found of(@Nullable String phone, @Nullable String email, Actor actor) {
        if (!actor.has(Role.OPERATOR)) {
            throw Refusal.forbidden("role-never-may");
        }
        Petitioner contact = new Petitioner(null, phone, email);
        String digits = digits(contact.phone());
        if (digits == null && contact.email() == null) {
            throw Refusal.invalid("petitioner.phone", "contact-required");
        }
        Found found = find(digits, contact.email(), Reader.of(actor, organization));
        journal.done(actor, "contact-searched", null, Map.of(), Map.of("found", found.total()));
        return found;
    }

    private Found find(@Nullable String digits, @Nullable String email, Reader reader) {
        return jdbc.sql(FIND)
                .params(digits == null ? "" : digits, email == null ? "" : email.toLowerCase(Locale.ROOT), GLANCE)
                .query(readBy(reader));
    }

    /**
     * Other petitions of the same phone or e-mail address, the newest first: for who may see that contact, and of those
     * petitions only the ones whose contact he may see, too.
     */
    public List<Line> besides(String number, Actor actor) {
        Reader reader = Reader.of(actor, organization);
        ListConditions conditions = ListConditions.readableBy(reader)
                .and(number, SAME_PERSON, number, number, number)
                .and(reader.seesContact(true) ? null : reader, "NOT p.hide_identity");
        return jdbc.sql(SELECT + conditions.where() + NEWEST)
                .params(conditions.parameters())
                .param(BESIDES)
                .query(readBy(reader))
                .items();
    }

    private static ResultSetExtractor<Found> readBy(Reader reader) {
        return rows -> read(rows, reader);
    }

    private static Found read(ResultSet rows, Reader reader) throws SQLException {
        List<Line> lines = new ArrayList<>();
        long total = 0;
        while (rows.next()) {
            total = rows.getLong("total");
            lines.add(new Line(
                    rows.getString("number"),
                    PetitionStatus.valueOf(rows.getString("status")),
                    Channel.valueOf(rows.getString("channel")),
                    LineRow.gist(rows, reader),
                    rows.getTimestamp("received_at").toInstant()));
        }
        return new Found(lines, total);
    }

    private static @Nullable String digits(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.length() < FEWEST_DIGITS ? null : digits.substring(Math.max(0, digits.length() - DIGITS));
    }
}
