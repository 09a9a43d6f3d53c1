package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a contact has brought in before, for the operator who has it on the telephone. */
@Component
public class EarlierPetitions {

    /** A glance while somebody waits; the list of petitions finds the rest. */
    private static final int GLANCE = 10;

    /** The digits of a mobile number; what stands before them is the country. */
    private static final int DIGITS = 11;

    private static final int FEWEST_DIGITS = 5;

    static final String FIND = """
            SELECT p.number, p.status, p.received_at, p.channel, coalesce(c.title, left(c.text, 60)) AS gist,
                   count(*) OVER () AS total
            FROM petition_content c JOIN petition p ON p.number = c.petition
            WHERE %s = ? OR %s = ?
            ORDER BY p.received_at DESC, p.number DESC LIMIT ?""".formatted(SameContact.phoneOf("c"), SameContact.emailOf("c"));

    private final JdbcClient jdbc;
    private final Journal journal;

    EarlierPetitions(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
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
        Found found = find(digits, contact.email());
        journal.done(actor, "contact-searched", null, Map.of(), Map.of("found", found.total()));
        return found;
    }

    private Found find(@Nullable String digits, @Nullable String email) {
        return jdbc.sql(FIND)
                .params(digits == null ? "" : digits, email == null ? "" : email.toLowerCase(Locale.ROOT), GLANCE)
                .query(EarlierPetitions::read);
    }

    private static Found read(ResultSet rows) throws SQLException {
        List<Line> lines = new ArrayList<>();
        long total = 0;
        while (rows.next()) {
            total = rows.getLong("total");
            lines.add(new Line(
                    rows.getString("number"),
                    PetitionStatus.valueOf(rows.getString("status")),
                    Channel.valueOf(rows.getString("channel")),
                    rows.getString("gist"),
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
