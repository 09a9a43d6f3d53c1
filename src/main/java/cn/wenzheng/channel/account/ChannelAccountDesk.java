package cn.wenzheng.channel.account;

import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Channel;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter of the channel accounts: administrators keep them, auditors and supervisors look at them.
 *
 * <p>A secret goes in and never comes out again; the journal names accounts by their ids and secrets by their names.
 */
@Component
class ChannelAccountDesk {

    private final AccountRows rows;
    private final AccountList list;
    private final SecretRows secrets;
    private final AccountRules rules;
    private final AccountMemory memory;
    private final SecretDesk secretDesk;
    private final Journal journal;
    private final Clock clock;
    private final String address;

    ChannelAccountDesk(
            AccountRows rows,
            AccountList list,
            SecretRows secrets,
            AccountRules rules,
            AccountMemory memory,
            SecretDesk secretDesk,
            Journal journal,
            Clock clock,
            @Value("${wenzheng.address}") String address) {
        this.rows = rows;
        this.list = list;
        this.secrets = secrets;
        this.rules = rules;
        this.memory = memory;
        this.secretDesk = secretDesk;
        this.journal = journal;
        this.clock = clock;
        this.address = address;
    }

    static void requireReader(Actor actor) {
        if (!actor.hasAny(Role.ADMIN, Role.AUDITOR, Role.SUPERVISOR)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    static void requireAdmin(Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    Listing<KeptAccount> page(AccountFilter filter, Window window, Actor actor) {
        requireReader(actor);
        return list.page(filter, window);
    }

    AccountSheet sheet(long id, Actor actor) {
        requireReader(actor);
        KeptAccount account = list.one(id).orElseThrow(Refusal::notFound);
        return new AccountSheet(
                account,
                secrets.of(id, clock.instant()).stream().map(this::told).toList(),
                callback(account),
                AccountFields.of(account.channel()));
    }

    private KeptSecret told(SecretRows.Row row) {
        String clear = secrets.open(row).orElse(null);
        boolean shown = row.name().equals(AccountFields.SHOWN_SECRET);
        return new KeptSecret(
                row.name(), row.madeAt(), row.madeBy(), row.validUntil(), clear != null, shown ? clear : null);
    }

    private String callback(KeptAccount account) {
        return switch (account.channel()) {
            case EMAIL -> "";
            case OPEN311 -> address + "/open311/v2/discovery.json";
            default -> address + "/channels/" + account.channel().code() + "/" + account.code();
        };
    }

    /** How many secrets no key here opens; not none after a key was lost or forgotten. */
    int unopened() {
        return memory.book().unopened();
    }

    Set<Channel> off(Actor actor) {
        requireReader(actor);
        return rows.off();
    }

    /** @return the id of the new account */
    @Transactional
    public long add(
            @Nullable Channel channel,
            @Nullable String code,
            @Nullable String unit,
            @Nullable String name,
            @Nullable String accountAddress,
            @Nullable Map<String, @Nullable String> given,
            Actor actor) {
        requireAdmin(actor);
        Channel on = rules.channel(channel);
        String made = rules.code(code);
        Wanted wanted = rules.wanted(on, unit, name, accountAddress, given);
        if (on == Channel.ALIPAY) {
            secrets.requireKey();
        }
        memory.changed();
        if (rows.exists(on, made)) {
            throw Refusal.invalid("code", "account-code-taken", made);
        }
        return insert(on, made, wanted, actor);
    }

    long insert(Channel channel, String code, Wanted wanted, Actor actor) {
        long id = rows.insert(channel, code, wanted, null, clock.instant());
        journal.done(actor, "channel-account-added", null, Map.of(), facts(id, channel, wanted));
        if (channel == Channel.ALIPAY) {
            secretDesk.putKeyPair(id, actor.id());
        }
        return id;
    }

    private static Map<String, Object> facts(long id, Channel channel, Wanted wanted) {
        return new HashMap<>(Map.of("account", id, "channel", channel.code(), "unit", wanted.unit()));
    }

    @Transactional
    public void change(
            long id,
            @Nullable String unit,
            @Nullable String name,
            @Nullable String accountAddress,
            @Nullable Map<String, @Nullable String> given,
            Actor actor) {
        KeptAccount before = kept(id, actor);
        Map<String, String> settings = new TreeMap<>(stays(before, given));
        Map<String, @Nullable String> fresh = new HashMap<>(given == null ? Map.of() : given);
        fresh.keySet().removeAll(settings.keySet());
        Wanted wanted = rules.wanted(before.channel(), unit, name, accountAddress, fresh);
        settings.putAll(wanted.settings());
        change(before, new Wanted(wanted.unit(), wanted.name(), wanted.address(), settings), actor);
    }

    /** What nobody asked to change, and what changes only with a secret: a public key belongs to the private one. */
    private static Map<String, String> stays(KeptAccount before, @Nullable Map<String, @Nullable String> given) {
        Map<String, String> stays = new HashMap<>(before.settings());
        if (given != null) {
            List<String> changeable = AccountFields.of(before.channel()).changeable();
            stays.entrySet()
                    .removeIf(setting -> changeable.contains(setting.getKey())
                            && !setting.getValue().equals(given.get(setting.getKey())));
        }
        return stays;
    }

    void change(KeptAccount before, Wanted after, Actor actor) {
        Wanted was = new Wanted(before.unit(), before.name(), before.address(), before.settings());
        if (was.equals(after)) {
            return;
        }
        memory.changed();
        rows.update(before.id(), after);
        Map<String, Object> now = facts(before.id(), before.channel(), after);
        now.put("changed", changed(was, after));
        journal.done(actor, "channel-account-changed", null, facts(before.id(), before.channel(), was), now);
    }

    private static List<String> changed(Wanted was, Wanted after) {
        Map<String, Boolean> same = Map.of(
                "name", was.name().equals(after.name()),
                "address", was.address().equals(after.address()),
                "settings", was.settings().equals(after.settings()));
        return same.keySet().stream()
                .filter(part -> Boolean.FALSE.equals(same.get(part)))
                .sorted()
                .toList();
    }

    /** The kill switch of one account: nothing comes in and nothing goes out, what waits stays. */
    @Transactional
    public void switchAccount(long id, @Nullable Boolean enabled, Actor actor) {
        KeptAccount account = kept(id, actor);
        boolean on = Limits.required("enabled", enabled);
        if (account.enabled() == on) {
            return;
        }
        memory.changed();
        rows.enable(id, on);
        Map<String, Object> facts =
                Map.of("account", id, "channel", account.channel().code(), "unit", account.unit(), "enabled", on);
        journal.done(actor, "channel-account-switched", null, Map.of("enabled", !on), facts);
    }

    /** The kill switch of a whole channel. */
    @Transactional
    public void switchChannel(@Nullable Channel channel, @Nullable Boolean enabled, Actor actor) {
        requireAdmin(actor);
        Channel which = rules.channel(channel);
        boolean on = Limits.required("enabled", enabled);
        if (rows.off().contains(which) != on) {
            return;
        }
        memory.changed();
        rows.switchChannel(which, on, clock.instant());
        journal.done(
                actor,
                "channel-switched",
                null,
                Map.of("enabled", !on),
                Map.of("channel", which.code(), "enabled", on));
    }

    private KeptAccount kept(long id, Actor actor) {
        requireAdmin(actor);
        return list.one(id).orElseThrow(Refusal::notFound);
    }
}
