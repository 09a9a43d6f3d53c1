package cn.wenzheng.channel.account;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Channel;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where an account gets new secrets. */
@Component
class SecretDesk {

    private final AccountRows rows;
    private final AccountList list;
    private final SecretRows secrets;
    private final AccountRules rules;
    private final AccountMemory memory;
    private final AccountSettings settings;
    private final Journal journal;
    private final Clock clock;

    SecretDesk(
            AccountRows rows,
            AccountList list,
            SecretRows secrets,
            AccountRules rules,
            AccountMemory memory,
            AccountSettings settings,
            Journal journal,
            Clock clock) {
        this.rows = rows;
        this.list = list;
        this.secrets = secrets;
        this.rules = rules;
        this.memory = memory;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Gives an account a new secret; the earlier one goes on proving requests for the overlap, the new one signs at once. An
     * account that waited is let in again.
     *
     * @param expiresAt when the platform will not accept it any more, as far as it says
     * @param endEarlier true when the earlier one has become known to others: it ends now
     */
    @Transactional
    public void setSecret(
            long id,
            @Nullable String name,
            @Nullable String value,
            @Nullable Instant expiresAt,
            boolean endEarlier,
            Actor actor) {
        KeptAccount account = kept(id, actor);
        String named = rules.secretName(account.channel(), name);
        String secret = rules.secret(named, value);
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw Refusal.invalid("expiresAt", "account-token-over");
        }
        memory.changed();
        put(id, named, secret, actor.id(), endEarlier);
        if (named.equals(AccountFields.of(account.channel()).authorising())) {
            rows.authorise(id, expiresAt);
        }
        journal.done(actor, "channel-secret-set", null, Map.of(), secretFacts(account, named));
    }

    private static Map<String, Object> secretFacts(KeptAccount account, String name) {
        return Map.of(
                "account", account.id(),
                "channel", account.channel().code(),
                "unit", account.unit(),
                "secret", name);
    }

    private void put(long id, String name, String secret, String by, boolean endEarlier) {
        Instant now = clock.instant();
        secrets.put(id, name, secret, by, now, endEarlier ? now : now.plus(settings.secretOverlap()));
    }

    /** Makes another pair of keys; the public one has to be told to the platform before it checks by it. */
    @Transactional
    public void renewKeyPair(long id, Actor actor) {
        KeptAccount account = kept(id, actor);
        if (account.channel() != Channel.ALIPAY) {
            throw Refusal.conflict("account-without-key-pair");
        }
        memory.changed();
        putKeyPair(id, actor.id());
        rows.authorise(id, null);
        journal.done(actor, "channel-secret-set", null, Map.of(), secretFacts(account, AccountFields.PRIVATE_KEY));
    }

    void putKeyPair(long id, String by) {
        KeyPairs.Pair pair = KeyPairs.make();
        put(id, AccountFields.PRIVATE_KEY, pair.privateKey(), by, false);
        rows.setSetting(id, AccountFields.PUBLIC_KEY, pair.publicKey());
    }

    private KeptAccount kept(long id, Actor actor) {
        ChannelAccountDesk.requireAdmin(actor);
        return list.one(id).orElseThrow(Refusal::notFound);
    }
}
