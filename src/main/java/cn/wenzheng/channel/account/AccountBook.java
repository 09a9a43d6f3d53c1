package cn.wenzheng.channel.account;

import cn.wenzheng.channel.Account;
import cn.wenzheng.petition.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All accounts as a node knows them: read as a whole, never changed, replaced when any of them has changed.
 *
 * @param version of the tables it was read from, or an earlier one
 */
record AccountBook(
        long version,
        Map<Long, Entry> byId,
        Map<Channel, Map<String, Entry>> byCode,
        Map<Channel, Set<String>> addresses,
        int unopened) {

    /** A secret in clear and until when it is valid; null for the one that signs. */
    record Secret(String value, @Nullable Instant validUntil) {}

    /** One account with its secrets by name, the newest first. */
    record Entry(AccountRows.Row row, boolean takesPart, Map<String, List<Secret>> secrets) {

        boolean mayCall() {
            return takesPart && !row.paused();
        }

        /** The account as its callers see it now: during a rotation a secret ends by itself. */
        Account account(Map<String, String> settings, Instant now) {
            Map<String, List<String>> valid = new HashMap<>();
            secrets.forEach((name, all) -> valid.put(
                    name,
                    all.stream()
                            .filter(secret -> secret.validUntil() == null
                                    || secret.validUntil().isAfter(now))
                            .map(Secret::value)
                            .toList()));
            return new Account(
                    row.id(),
                    row.channel(),
                    row.code(),
                    row.unit(),
                    row.name(),
                    row.address(),
                    settings,
                    Map.copyOf(valid));
        }
    }

    static AccountBook read(AccountRows accounts, SecretRows secrets, Instant now) {
        long version = accounts.version();
        Set<Channel> off = accounts.off();
        Map<Long, Map<String, List<Secret>>> opened = new HashMap<>();
        int unopened = 0;
        for (SecretRows.Row row : secrets.all(now)) {
            Optional<String> value = secrets.open(row);
            value.ifPresent(clear -> opened.computeIfAbsent(row.account(), id -> new HashMap<>())
                    .computeIfAbsent(row.name(), name -> new ArrayList<>())
                    .add(new Secret(clear, row.validUntil())));
            unopened += value.isPresent() ? 0 : 1;
        }
        Map<Long, Entry> byId = new LinkedHashMap<>();
        Map<Channel, Map<String, Entry>> byCode = new HashMap<>();
        Map<Channel, Set<String>> addresses = new HashMap<>();
        for (AccountRows.Row row : accounts.all()) {
            Map<String, List<Secret>> own = opened.getOrDefault(row.id(), Map.of());
            Entry entry = new Entry(row, row.enabled() && !off.contains(row.channel()), own);
            byId.put(row.id(), entry);
            byCode.computeIfAbsent(row.channel(), channel -> new LinkedHashMap<>())
                    .put(row.code(), entry);
            addresses
                    .computeIfAbsent(row.channel(), channel -> new HashSet<>())
                    .add(row.address().toLowerCase(Locale.ROOT));
        }
        return new AccountBook(version, byId, byCode, addresses, unopened);
    }

    Optional<Entry> find(Channel channel, String code) {
        return Optional.ofNullable(byCode.getOrDefault(channel, Map.of()).get(code));
    }

    List<Entry> of(Channel channel) {
        return List.copyOf(byCode.getOrDefault(channel, Map.of()).values());
    }

    /** Mailboxes are written in large and small letters; the ids of platforms are told apart all the same. */
    boolean isOurs(Channel channel, String sender) {
        return addresses.getOrDefault(channel, Set.of()).contains(sender.toLowerCase(Locale.ROOT));
    }

    /** Of those with one of the names, the one whose unit stands highest; the eldest of several. */
    Optional<Entry> highest(Channel channel, List<String> names, Comparator<String> units) {
        return of(channel).stream()
                .filter(entry -> entry.takesPart() && names.contains(entry.row().name()))
                .min(Comparator.comparing((Entry entry) -> entry.row().unit(), units)
                        .thenComparing(entry -> entry.row().id()));
    }
}
