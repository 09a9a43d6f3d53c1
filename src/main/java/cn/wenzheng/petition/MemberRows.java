package cn.wenzheng.petition;

import cn.wenzheng.access.PublicText;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The columns of petitions that a matter reads and sets. */
@Component
class MemberRows {

    private static final String WAITING = """
             FROM matter_member m JOIN petition p ON p.number = m.petition
            WHERE m.matter = :matter AND m.answered_at IS NULL AND m.left_at IS NULL AND p.matter = m.matter
                AND p.awaits_matter""";

    private static final String BY_URGENCY = " ORDER BY array_position(:urgencies, p.urgency::text), m.seq LIMIT 1";

    private final JdbcClient jdbc;

    MemberRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Membership.Standing> standing(String number) {
        return standing(number, "");
    }

    /** Others may write beside it what belongs to it, as they may while it is updated. */
    Optional<Membership.Standing> held(String number) {
        return standing(number, " FOR NO KEY UPDATE");
    }

    private Optional<Membership.Standing> standing(String number, String held) {
        return jdbc.sql("SELECT status, matter, awaits_matter FROM petition WHERE number = ?" + held)
                .param(number)
                .query((row, n) -> new Membership.Standing(
                        PetitionStatus.valueOf(row.getString("status")),
                        row.getString("matter"),
                        row.getBoolean("awaits_matter")))
                .optional();
    }

    /** Those who wait for a matter's answer, in the order in which they joined. */
    List<String> waiting(String matter) {
        return jdbc.sql("SELECT m.petition" + WAITING + " ORDER BY m.seq")
                .param("matter", matter)
                .query(String.class)
                .list();
    }

    /** Of those who wait for a matter's answer the most urgent one, when it is more urgent than this. */
    Optional<String> moreUrgent(String matter, Urgency than) {
        return jdbc.sql("SELECT m.petition" + WAITING + " AND p.urgency = ANY (:more)" + BY_URGENCY)
                .param("matter", matter)
                .param("more", names(List.of(Urgency.values()).subList(0, than.ordinal())))
                .param("urgencies", names(List.of(Urgency.values())))
                .query(String.class)
                .optional();
    }

    /** Of those who wait for a matter's answer the most urgent one, and of these the one that joined first; held. */
    Optional<String> heldMostUrgent(String matter) {
        return jdbc.sql("SELECT m.petition" + WAITING + BY_URGENCY + " FOR NO KEY UPDATE OF p")
                .param("matter", matter)
                .param("urgencies", names(List.of(Urgency.values())))
                .query(String.class)
                .optional();
    }

    private static String[] names(List<Urgency> urgencies) {
        return urgencies.stream().map(Urgency::name).toArray(String[]::new);
    }

    /** Whoever is about to change the petition begins anew with what it is now. */
    void setMatter(String number, @Nullable String matter) {
        jdbc.sql("UPDATE petition SET matter = ?, version = version + 1 WHERE number = ?")
                .params(matter, number)
                .update();
    }

    /**
     * Written to one petitioner and read by all: what tells who he is or where he lives is not in it, nor any number that he or
     * his unit's report has named.
     *
     * @param nameThere how he calls himself where he spoke
     */
    String passedAnswer(String number, @Nullable String nameThere) {
        return jdbc.sql("""
                        SELECT a.public_answer, c.petitioner_name, c.petitioner_phone, c.petitioner_email, s.author,
                               concat_ws(' ', c.title, c.text, c.address, c.petitioner_phone, a.answer,
                                   (SELECT string_agg(t.text, ' ') FROM timeline_entry t
                                    WHERE t.petition = a.petition AND (t.person = :citizen OR t.event = 'ANSWER'))) AS own
                        FROM assignment a JOIN petition_content c ON c.petition = a.petition
                        LEFT JOIN pasted_source s ON s.petition = a.petition
                        WHERE a.petition = :petition AND a.duty = 'LEAD' AND a.state = 'DONE' ORDER BY a.round DESC LIMIT 1""")
                .param("petition", number)
                .param("citizen", Actor.citizen(Door.PORTAL).id())
                .query((row, n) -> PublicText.maskedForOthers(
                        row.getString("public_answer"),
                        row.getString("own"),
                        nameThere,
                        row.getString("author"),
                        row.getString("petitioner_name"),
                        row.getString("petitioner_phone"),
                        row.getString("petitioner_email")))
                .single();
    }

    Optional<PetitionCommand.Assign> lastAssignment(String number) {
        List<String> assisting = jdbc.sql("""
                        SELECT DISTINCT a.unit FROM assignment a JOIN petition p ON p.number = a.petition
                        WHERE p.number = ? AND a.duty = 'ASSIST' AND a.unit <> p.lead_unit
                          AND a.state IN ('IN_HAND', 'SUBMITTED', 'DROPPED')""").param(number).query(String.class).list();
        return jdbc.sql("SELECT lead_unit FROM petition WHERE number = ? AND lead_unit IS NOT NULL")
                .param(number)
                .query((row, n) -> new PetitionCommand.Assign(row.getString("lead_unit"), assisting, null, null))
                .optional();
    }
}
