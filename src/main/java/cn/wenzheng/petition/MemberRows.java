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

    /** Whoever is about to change the petition begins anew with what it is now. */
    void setMatter(String number, @Nullable String matter) {
        jdbc.sql("UPDATE petition SET matter = ?, version = version + 1 WHERE number = ?")
                .params(matter, number)
                .update();
    }

    /**
     * Written to one petitioner and read by all: what tells who he is or where he lives is not in it, nor any number that he or
     * his unit's report has named.
     */
    String passedAnswer(String number) {
        return jdbc.sql("""
                        SELECT a.public_answer, c.petitioner_name, c.petitioner_phone, c.petitioner_email,
                               concat_ws(' ', c.title, c.text, c.address, c.petitioner_phone, a.answer,
                                   (SELECT string_agg(t.text, ' ') FROM timeline_entry t
                                    WHERE t.petition = a.petition AND (t.person = :citizen OR t.event = 'ANSWER'))) AS own
                        FROM assignment a JOIN petition_content c ON c.petition = a.petition
                        WHERE a.petition = :petition AND a.duty = 'LEAD' AND a.state = 'DONE' ORDER BY a.round DESC LIMIT 1""")
                .param("petition", number)
                .param("citizen", Actor.citizen(Door.PORTAL).id())
                .query((row, n) -> PublicText.maskedForOthers(
                        row.getString("public_answer"),
                        row.getString("own"),
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
