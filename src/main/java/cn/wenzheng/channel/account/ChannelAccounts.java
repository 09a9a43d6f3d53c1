package cn.wenzheng.channel.account;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.account.AccountBook.Entry;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.petition.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Answers from memory who we are on a platform; a callback costs no statement for it. */
@Component
class ChannelAccounts implements Accounts {

    private final AccountMemory memory;
    private final CallCounts calls;
    private final SignsOfLife signs;
    private final AccountTroubles troubles;
    private final OrganizationDesk organization;
    private final Placeholders placeholders;
    private final Clock clock;

    ChannelAccounts(
            AccountMemory memory,
            CallCounts calls,
            SignsOfLife signs,
            AccountTroubles troubles,
            OrganizationDesk organization,
            Placeholders placeholders,
            Clock clock) {
        this.memory = memory;
        this.calls = calls;
        this.signs = signs;
        this.troubles = troubles;
        this.organization = organization;
        this.placeholders = placeholders;
        this.clock = clock;
    }

    @Override
    public Optional<Account> find(Channel channel, String code) {
        return memory.book().find(channel, code).filter(Entry::takesPart).map(this::account);
    }

    @Override
    public Optional<Account> find(long id) {
        return Optional.ofNullable(memory.book().byId().get(id))
                .filter(Entry::mayCall)
                .map(this::account);
    }

    @Override
    public List<Account> of(Channel channel) {
        return those(channel, Entry::mayCall);
    }

    @Override
    public List<Account> takingPart(Channel channel) {
        return those(channel, Entry::takesPart);
    }

    private List<Account> those(Channel channel, Predicate<Entry> wanted) {
        return memory.book().of(channel).stream()
                .filter(wanted)
                .map(this::account)
                .toList();
    }

    @Override
    public Optional<Account> ofUnit(Channel channel, String unit) {
        return memory.book().of(channel).stream()
                .filter(entry -> entry.takesPart() && entry.row().unit().equals(unit))
                .findFirst()
                .map(this::account);
    }

    @Override
    public boolean isOurs(Channel channel, String sender) {
        return memory.book().isOurs(channel, sender);
    }

    @Override
    public Optional<Account> highest(Channel channel, List<String> names) {
        Map<String, Integer> ranks =
                organization.units().stream().collect(Collectors.toMap(Unit::code, ChannelAccounts::rank));
        return memory.book()
                .highest(channel, names, Comparator.comparing(unit -> ranks.getOrDefault(unit, Integer.MAX_VALUE)))
                .map(this::account);
    }

    /** The root stands above all others of its level. */
    private static int rank(Unit unit) {
        return unit.isCentre() ? 0 : unit.level();
    }

    private Account account(Entry entry) {
        return entry.account(placeholders.resolve(entry.row().settings()), clock.instant());
    }

    @Override
    public Optional<Instant> spend(Account account, String quota, int number, boolean forReplies) {
        return calls.spend(account, quota, number, forReplies);
    }

    @Override
    public Optional<Instant> spendSpare(Account account, String quota, int number, double readingsPerHour) {
        return calls.spendSpare(account, quota, number, readingsPerHour);
    }

    @Override
    public Duration pace(Account account, String quota) {
        return calls.pace(account, quota);
    }

    @Override
    public void seen(Account account, Sign sign, Instant at) {
        signs.note(account.id(), sign, at);
    }

    @Override
    public void trouble(Account account, Outcome outcome, Instant at) {
        troubles.note(account, outcome, at);
    }
}
