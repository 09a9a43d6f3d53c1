package cn.wenzheng.channel.webhook;

import cn.wenzheng.access.PublicText;
import cn.wenzheng.channel.Account;
import cn.wenzheng.petition.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other systems may know of a petition beside what has just happened. */
@Component
class PetitionFacts {

    private final JdbcClient jdbc;

    PetitionFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a petition came from, and by which name it is known there. */
    record Origin(Channel channel, String account, @Nullable String externalId) {

        boolean isOf(Account account) {
            return channel == Channel.WEBHOOK && account.code().equals(this.account);
        }
    }

    Origin of(String petition) {
        return jdbc.sql("SELECT channel, account, external_id FROM petition WHERE number = ?")
                .param(petition)
                .query(Origin.class)
                .single();
    }

    /** The answer that was last let out, without anything that identifies the citizen; null when there is none. */
    @Nullable
    String publicAnswer(String petition) {
        return jdbc.sql("""
                SELECT e.text, c.petitioner_name, c.petitioner_phone, c.petitioner_email
                FROM timeline_entry e JOIN petition_content c ON c.petition = e.petition
                WHERE e.petition = ? AND e.event IN ('REVIEWED', 'ANSWERED_AT_ONCE') AND e.text IS NOT NULL
                ORDER BY e.id DESC LIMIT 1""")
                .param(petition)
                .query((row, n) -> PublicText.masked(
                        row.getString("text"),
                        row.getString("petitioner_name"),
                        row.getString("petitioner_phone"),
                        row.getString("petitioner_email")))
                .optional()
                .orElse(null);
    }
}
