package cn.wenzheng.channel.account;

import cn.wenzheng.access.BoardLists;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Phrase;
import cn.wenzheng.access.StartBlock;
import cn.wenzheng.access.StartBlock.Figure;
import cn.wenzheng.access.StartBlock.Item;
import cn.wenzheng.access.StartBlock.Tone;
import cn.wenzheng.access.StartBlock.Total;
import cn.wenzheng.access.StartBlocks;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Role;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What of the accounts somebody has to know at the start of his day: administrators whose tokens end or have ended and what was left out,
 * supervisors which accounts have fallen silent.
 */
@Component
class AccountStart implements StartBlocks, BoardLists {

    private static final String TROUBLED = "channel-accounts";
    private static final String SILENT = "silent-accounts";

    private final AccountList list;
    private final OrganizationDesk organization;

    AccountStart(AccountList list, OrganizationDesk organization) {
        this.list = list;
        this.organization = organization;
    }

    @Override
    public List<Offer> of(Actor actor) {
        if (actor.has(Role.ADMIN)) {
            return List.of(new Offer(TROUBLED, 25, 1, this::troubled));
        }
        return actor.has(Role.SUPERVISOR) ? List.of(new Offer(SILENT, 70, 1, this::silent)) : List.of();
    }

    @Override
    public List<Offer> onBoard(Actor actor) {
        return actor.has(Role.SUPERVISOR) ? List.of(new Offer(SILENT, 70, 1, this::silent)) : List.of();
    }

    /** Those that wait for a new token, then those whose token ends soon. */
    private StartBlock troubled(Window window) {
        Listing<KeptAccount> found = list.unauthorised(window);
        List<Item> items = found.items().stream().map(this::unauthorised).toList();
        Total total = new Total(found.total(), StartBlocks.listOf(TROUBLED));
        return found.total() == 0
                ? StartBlock.news(items, total)
                : StartBlock.work(items, total, new Figure(TROUBLED, found.total(), total.address(), Tone.LATE));
    }

    private Item unauthorised(KeptAccount account) {
        if (!account.states().contains(AccountState.PAUSED) && !account.states().contains(AccountState.EXPIRING)) {
            return Item.due(
                    title(account), address(account), null, unit(account), Phrase.of("page.start.account.left-out"));
        }
        Instant end = account.tokenExpiresAt();
        return account.paused() == null && end != null
                ? Item.due(
                        title(account), address(account), end, unit(account), Phrase.of("page.start.account.expires"))
                : Item.due(
                        title(account), address(account), null, unit(account), Phrase.of("page.start.account.paused"));
    }

    private StartBlock silent(Window window) {
        Listing<KeptAccount> found = list.silent(window);
        List<Item> items = found.items().stream()
                .map(account -> Item.at(
                        title(account),
                        address(account),
                        account.health().silentSince(),
                        unit(account),
                        Phrase.of("page.start.account.silent")))
                .toList();
        return StartBlock.news(
                items,
                new Total(found.total(), AccountFilter.of(AccountState.SILENT).at(0)));
    }

    private Phrase unit(KeptAccount account) {
        return Phrase.verbatim(organization.unitName(account.unit()));
    }

    private static Phrase title(KeptAccount account) {
        return Phrase.verbatim(account.name() + " · " + account.channel().zh());
    }

    private static String address(KeptAccount account) {
        return AccountFilter.ADDRESS + "/" + account.id();
    }
}
