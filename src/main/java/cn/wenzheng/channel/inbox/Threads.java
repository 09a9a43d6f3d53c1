package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.FollowUp;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether an item belongs to a petition: by the platform's own reference, or by a petition's number in the words of the very
 * person whose petition it is. Whoever else names a number adds nothing to it.
 */
@Component
class Threads {

    private static final Pattern NUMBER = Pattern.compile("WZ-\\d{8}-\\d{6,12}");

    private static final String PETITION = """
            SELECT p.number, p.status NOT IN ('CLOSED', 'REFUSED', 'WITHDRAWN') AS open,
                   p.status NOT IN ('CLOSED', 'REFUSED', 'WITHDRAWN')
                   OR p.status = 'REFUSED' AND p.objected_at IS NULL AND f.petition IS NULL AS listening,
                   f.earlier AS joined, c.key
            FROM petition p LEFT JOIN follow_up f ON f.petition = p.number AND f.state = 'JOINED'
            """;

    private static final String OF_PERSON = PETITION + """
            JOIN petition_source s ON s.petition = p.number JOIN conversation c ON c.id = s.conversation
            JOIN channel_account a ON a.id = c.account
            WHERE c.person = :person AND (a.id = :account OR :everywhere AND a.channel = :channel)
            ORDER BY p.received_at DESC, p.number DESC LIMIT 50""";

    private static final String OF_ADDRESS = PETITION.replace("c.key", "NULL AS key") + """
            JOIN petition_content t ON t.petition = p.number
            WHERE p.number = ? AND lower(t.petitioner_email) = ?""";

    /** Where a person has one id for all accounts of the city; elsewhere the platform gives him another for each. */
    private static final Set<Channel> SAME_EVERYWHERE = EnumSet.of(Channel.WEIBO, Channel.EMAIL);

    private final JdbcClient jdbc;
    private final InboundRows rows;

    Threads(JdbcClient jdbc, InboundRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    static boolean isSameEverywhere(Account account) {
        return SAME_EVERYWHERE.contains(account.channel());
    }

    /** True when it may belong to a petition by more than its sender. */
    static boolean refers(Inbound item) {
        return item.inReplyTo() != null || NUMBER.matcher(words(item)).find();
    }

    /**
     * Where an item goes.
     *
     * @param petition the petition it belongs or may belong to; null when there is none
     * @param how null when it is added to that petition
     */
    record Place(@Nullable String petition, @Nullable FollowUp how) {

        static final Place OWN = new Place(null, FollowUp.POSSIBLE);
    }

    /**
     * A petition of the same person.
     *
     * @param listening true when his words still go to it: it is in hand, or he may object to its refusal
     * @param joined the earlier petition that has taken it in; null when there is none
     */
    record Known(
            String number,
            boolean open,
            boolean listening,
            @Nullable String joined,
            @Nullable String key) {}

    Place find(Account account, Inbound item) {
        String person = InboundRows.key(item.sender().id());
        List<Known> known = jdbc.sql(OF_PERSON)
                .param("person", person)
                .param("account", account.id())
                .param("everywhere", isSameEverywhere(account))
                .param("channel", account.channel().name())
                .query(Known.class)
                .list();
        Optional<Known> meant = referred(account, item, known)
                .or(() -> named(account, item, known))
                .map(found -> joinedInto(found, known));
        if (meant.isPresent()) {
            return new Place(meant.get().number(), meant.get().listening() ? null : FollowUp.NAMED);
        }
        return known.stream()
                .filter(Known::open)
                .findFirst()
                .map(open -> new Place(open.number(), FollowUp.POSSIBLE))
                .orElse(Place.OWN);
    }

    private Optional<Known> referred(Account account, Inbound item, List<Known> known) {
        String reference = item.inReplyTo();
        if (reference == null) {
            return Optional.empty();
        }
        Optional<String> behind = rows.petitionOf(account.channel(), reference).or(() -> answered(reference, known));
        if (behind.isEmpty() && account.channel() == Channel.EMAIL) {
            return known.stream()
                    .filter(mine -> InboundRows.key(item.conversationKey()).equals(mine.key()))
                    .findFirst();
        }
        return known.stream()
                .filter(mine -> behind.filter(mine.number()::equals).isPresent())
                .findFirst();
    }

    /** The petition that one of our own answers was about. */
    private Optional<String> answered(String reference, List<Known> known) {
        return jdbc.sql("""
                SELECT r.petition FROM outbound_reply r WHERE r.petition = ANY (:petitions) AND (r.provider_id = :reference
                OR EXISTS (SELECT 1 FROM outbound_attempt t WHERE t.reply = r.id AND t.provider_id = :reference)) LIMIT 1""")
                .param("petitions", known.stream().map(Known::number).toArray(String[]::new))
                .param("reference", reference)
                .query(String.class)
                .optional();
    }

    private Optional<Known> named(Account account, Inbound item, List<Known> known) {
        Matcher numbers = NUMBER.matcher(words(item));
        while (numbers.find()) {
            String number = numbers.group();
            Optional<Known> own = known.stream()
                    .filter(mine -> mine.number().equals(number))
                    .findFirst()
                    .or(() -> ofAddress(account, item, number));
            if (own.isPresent()) {
                return own;
            }
        }
        return Optional.empty();
    }

    /** A mail's subject belongs to what it says. */
    private static String words(Inbound item) {
        return item.form() == null || item.form().title() == null
                ? item.text()
                : item.form().title() + "\n" + item.text();
    }

    /** A mail about a petition that the same address has brought in by another door. */
    private Optional<Known> ofAddress(Account account, Inbound item, String number) {
        return account.channel() != Channel.EMAIL
                ? Optional.empty()
                : jdbc.sql(OF_ADDRESS)
                        .params(number, item.sender().id().toLowerCase(Locale.ROOT))
                        .query(Known.class)
                        .optional();
    }

    private static Known joinedInto(Known found, List<Known> known) {
        return known.stream()
                .filter(other -> other.number().equals(found.joined()))
                .findFirst()
                .orElse(found);
    }
}
