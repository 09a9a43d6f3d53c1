package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.AnswerDelivery.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds where a petition's citizen is to be told. */
@Component
class Targets {

    private static final Set<Channel> ANSWERED_THERE =
            Set.of(Channel.WEIBO, Channel.WECHAT, Channel.ALIPAY, Channel.EMAIL);

    private static final Set<Channel> ANSWERED_BY_MAIL = Set.of(Channel.PORTAL, Channel.OPERATOR);

    private final JdbcClient jdbc;
    private final Ways ways;

    Targets(JdbcClient jdbc, Ways ways) {
        this.jdbc = jdbc;
        this.ways = ways;
    }

    /**
     * Whom to tell.
     *
     * @param account null when the city has no account there and somebody tells him by hand
     * @param item external id of what is answered; null when he is written to by mail alone
     * @param hidden what the citizen has said about himself: no word of it stands in public
     */
    record Target(
            @Nullable Long account,
            @Nullable Long conversation,
            @Nullable String item,
            boolean isPublic,
            @Nullable String[] hidden) {

        String orderKey(String petition) {
            return conversation == null ? "petition:" + petition : "conversation:" + conversation;
        }
    }

    /** Empty when the citizen only looks at his page; costs nothing for a portal without a mail account. */
    Optional<Target> of(Message message) {
        String petition = message.petition();
        Channel channel = message.channel();
        if (message.pasted()) {
            return Optional.of(
                    ways.mail().flatMap(account -> byMail(petition, account)).orElseGet(Targets::byHand));
        }
        if (ANSWERED_THERE.contains(channel)) {
            return Optional.of(there(petition).orElseGet(Targets::byHand));
        }
        return ANSWERED_BY_MAIL.contains(channel)
                ? ways.mail().flatMap(account -> byMail(petition, account))
                : Optional.empty();
    }

    private static Target byHand() {
        return new Target(null, null, null, false, new String[0]);
    }

    Optional<Target> there(String petition) {
        return jdbc.sql("""
                SELECT c.account, s.conversation, m.external_id, s.is_public, c.name, t.petitioner_name,
                       t.petitioner_phone, t.petitioner_email
                FROM petition_source s JOIN conversation c ON c.id = s.conversation
                JOIN inbound_message m ON m.id = s.message
                JOIN petition_content t ON t.petition = s.petition WHERE s.petition = ?""")
                .param(petition)
                .query((row, n) -> new Target(
                        row.getLong("account"),
                        row.getLong("conversation"),
                        row.getString("external_id"),
                        row.getBoolean("is_public"),
                        new String[] {
                            screenName(row),
                            row.getString("petitioner_name"),
                            row.getString("petitioner_phone"),
                            row.getString("petitioner_email")
                        }))
                .optional();
    }

    Optional<String> nameThere(String petition) {
        return jdbc.sql("""
                SELECT c.name FROM petition_source s JOIN conversation c ON c.id = s.conversation WHERE s.petition = ?""")
                .param(petition)
                .query((row, n) -> Optional.ofNullable(screenName(row)))
                .optional()
                .flatMap(name -> name);
    }

    /** A single sign names nobody and stands in every text. */
    private static @Nullable String screenName(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return name == null || name.codePointCount(0, name.length()) < 2 ? null : name;
    }

    private Optional<Target> byMail(String petition, Account account) {
        return jdbc.sql("SELECT 1 FROM petition_content WHERE petition = ? AND petitioner_email IS NOT NULL")
                .param(petition)
                .query((row, n) -> new Target(account.id(), null, null, false, new String[0]))
                .optional();
    }
}
