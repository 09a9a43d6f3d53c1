package cn.wenzheng.channel.open311;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Form;
import cn.wenzheng.channel.Inbound.Kind;
import cn.wenzheng.channel.Inbound.Sender;
import cn.wenzheng.channel.Inbox;
import cn.wenzheng.channel.open311.RequestRows.Row;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.Releases;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes requests in, each once: under the client's own id for ever, else the same words from the same sender for the same place
 * within a window. Each request is a thread of its own; who a client says it speaks for is not believed.
 */
@Component
class FilingDesk {

    private final Inbox inbox;
    private final PetitionDesk petitions;
    private final Releases releases;
    private final RequestRows rows;
    private final Open311Settings settings;
    private final Clock clock;

    FilingDesk(
            Inbox inbox,
            PetitionDesk petitions,
            Releases releases,
            RequestRows rows,
            Open311Settings settings,
            Clock clock) {
        this.inbox = inbox;
        this.petitions = petitions;
        this.releases = releases;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** Keeps a request, or finds the one it repeats. */
    @Transactional
    public Row file(Filing filing, Account account) {
        byte[] digest = digest(filing);
        String sameness = filing.ownId() == null
                ? "h:" + HexFormat.of().formatHex(digest, 0, 16)
                : "f:" + account.code() + ":" + filing.ownId();
        rows.lock(account, sameness);
        Instant now = clock.instant();
        Optional<Row> earlier = filing.ownId() == null
                ? rows.byDigest(account, digest, now.minus(settings.repeatWindow()))
                : rows.byExternalId(account, sameness);
        return earlier.orElseGet(() -> keep(
                filing, account, filing.ownId() == null ? sameness + ":" + now.toEpochMilli() : sameness, digest, now));
    }

    private Row keep(Filing filing, Account account, String externalId, byte[] digest, Instant now) {
        String number = inbox.take(account, item(filing, externalId, now)).number();
        petitions.choose(number, filing.service().code());
        if (!filing.service().isPrivate()) {
            releases.list(number);
        }
        UUID token = filing.service().batch() ? UUID.randomUUID() : null;
        Row row = new Row(number, externalId, token);
        rows.insert(row, account, digest, filing, now);
        return row;
    }

    private static Inbound item(Filing filing, String externalId, Instant now) {
        Form form = new Form(
                null,
                null,
                filing.address(),
                filing.petitioner(),
                false,
                !filing.service().isPrivate());
        return new Inbound(
                externalId,
                externalId,
                new Sender(externalId, null),
                Kind.MESSAGE,
                filing.text(),
                filing.media(),
                filing.place(),
                null,
                null,
                null,
                null,
                Set.of(),
                form,
                now,
                false);
    }

    /** Adds a client's words to a request that it has filed; the client's id of the update tells a repeated one. */
    @Transactional
    public void add(Update update, Account account) {
        String thread = rows.byNumber(account, update.request())
                .map(Row::externalId)
                .orElseThrow(() -> Fault.ofUnknown("open311-request-unknown").refused());
        inbox.take(
                account,
                new Inbound(
                        "u:" + update.id(),
                        thread,
                        new Sender(thread, null),
                        Kind.MESSAGE,
                        update.text(),
                        update.media(),
                        null,
                        null,
                        thread,
                        null,
                        null,
                        Set.of(),
                        null,
                        update.at().orElseGet(clock::instant),
                        false));
    }

    private static byte[] digest(Filing filing) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(filing.sameness().toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
