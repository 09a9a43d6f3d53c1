package cn.wenzheng.channel.account;

import static cn.wenzheng.channel.account.AccountHouse.KEY;
import static cn.wenzheng.channel.account.AccountHouse.NOW;
import static cn.wenzheng.channel.account.AccountHouse.OTHER_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;

import cn.wenzheng.access.Window;
import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Accounts.Sign;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.AccountTrouble;
import cn.wenzheng.petition.delivery.AccountTroubled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

/** Accounts, their secrets, their calls and their health, on one node and on two. */
class ChannelAccountsTest {

    private static final Actor ADMIN = new Actor("admin", "管理员", "0000", Set.of(Role.ADMIN), Door.PAGE);
    private static final Actor HANDLER = new Actor("0106", "经办人", "0106", Set.of(Role.HANDLER), Door.PAGE);
    private static final Window ALL = new Window(0, 50);

    private DataSource database;
    private AccountHouse node;
    private AccountHouse other;

    @BeforeEach
    void twoNodes() {
        database = AccountHouse.city();
        node = new AccountHouse(database, KEY, null);
        other = new AccountHouse(database, KEY, null);
    }

    private long weibo(String code, String unit, String name) {
        return add(Channel.WEIBO, code, unit, name);
    }

    private long add(Channel channel, String code, String unit, String name) {
        return in(() -> node.desk.add(channel, code, unit, name, "1902538057", null, ADMIN));
    }

    private <T> T in(Supplier<T> change) {
        return node.transaction.execute(status -> change.get());
    }

    private void secret(long id, String name, String value, @Nullable Instant expiresAt, boolean endEarlier) {
        node.transaction.executeWithoutResult(
                status -> node.secretDesk.setSecret(id, name, value, expiresAt, endEarlier, ADMIN));
    }

    private Account found(AccountHouse house, String code) {
        return house.accounts.find(Channel.WEIBO, code).orElseThrow();
    }

    private KeptAccount kept(long id) {
        return node.list.one(id).orElseThrow();
    }

    @Test
    void aSecretIsSealedInTheTableAndClearForItsAdapter() {
        long id = weibo("city", "0000", "问政");
        secret(id, "app-secret", "very-secret", null, false);

        assertThat(found(node, "city").secret("app-secret")).isEqualTo("very-secret");
        byte[] sealed = node.jdbc
                .sql("SELECT sealed FROM channel_secret")
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("very-secret");
        assertThat(node.desk.sheet(id, ADMIN).toString()).doesNotContain("very-secret");
        assertThat(found(node, "city").toString()).doesNotContain("very-secret");
    }

    @Test
    void aSealedSecretPutInAnothersPlaceDoesNotOpen() {
        byte[] sealed = node.sealing.seal("x".getBytes(StandardCharsets.UTF_8), "secret/1/token");

        assertThat(node.sealing.open(sealed, "secret/1/token")).isPresent();
        assertThat(node.sealing.open(sealed, "secret/2/token")).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(node.sealing.open(sealed, "secret/1/token")).isEmpty();
        assertThat(node.sealing.open(new byte[3], "secret/1/token")).isEmpty();
    }

    @Test
    void withoutAKeyNoSecretIsKeptAndWhatIsSealedIsCounted() {
        long id = weibo("city", "0000", "问政");
        secret(id, "app-secret", "very-secret", null, false);
        AccountHouse keyless = new AccountHouse(database, null, null);

        assertThat(keyless.accounts.find(Channel.WEIBO, "city").orElseThrow().secret("app-secret"))
                .isNull();
        assertThat(keyless.desk.unopened()).isOne();
        assertThat(keyless.desk.sheet(id, ADMIN).secrets()).noneMatch(KeptSecret::opens);
        assertThatThrownBy(() -> keyless.transaction.executeWithoutResult(
                        status -> keyless.secretDesk.setSecret(id, "app-secret", "x", null, false, ADMIN)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("sealing-key-missing"));
    }

    @Test
    void aNewKeySealsAnewWhatTheEarlierOneHadSealed() {
        long id = weibo("city", "0000", "问政");
        secret(id, "app-secret", "very-secret", null, false);
        AccountHouse both = new AccountHouse(database, OTHER_KEY, KEY);

        assertThat(both.secrets.sealAnew(both.keys.current().orElseThrow().mark(), NOW))
                .isOne();
        AccountHouse renewed = new AccountHouse(database, OTHER_KEY, null);
        assertThat(renewed.accounts.find(Channel.WEIBO, "city").orElseThrow().secret("app-secret"))
                .isEqualTo("very-secret");
        assertThat(renewed.secrets.sealAnew(renewed.keys.current().orElseThrow().mark(), NOW))
                .isZero();
    }

    @Test
    void c13BothSecretsProveARequestDuringTheOverlapAndTheNewestSigns() {
        long id = weibo("city", "0000", "问政");
        secret(id, "app-secret", "old", null, false);
        secret(id, "app-secret", "new", null, false);

        assertThat(found(node, "city").secrets("app-secret")).containsExactly("new", "old");
        assertThat(found(node, "city").secret("app-secret")).isEqualTo("new");
        node.clock.passes(Duration.ofHours(24));
        assertThat(found(node, "city").secrets("app-secret")).containsExactly("new");
    }

    @Test
    void anExposedSecretEndsAtOnce() {
        long id = weibo("city", "0000", "问政");
        secret(id, "app-secret", "old", null, false);
        secret(id, "app-secret", "new", null, true);

        assertThat(found(node, "city").secrets("app-secret")).containsExactly("new");
    }

    @Test
    void aChangeOnAnotherNodeIsSeenByItsVersion() {
        long id = weibo("city", "0000", "问政");
        assertThat(other.accounts.find(Channel.WEIBO, "city")).isPresent();
        switched(id, false);

        assertThat(node.accounts.find(Channel.WEIBO, "city")).isEmpty();
        assertThat(other.accounts.find(Channel.WEIBO, "city")).isPresent();
        other.memory.look();
        assertThat(other.accounts.find(Channel.WEIBO, "city")).isEmpty();
    }

    private void switched(long id, boolean on) {
        node.transaction.executeWithoutResult(status -> node.desk.switchAccount(id, on, ADMIN));
    }

    @Test
    void aChannelThatIsOffTakesAllItsAccountsWithIt() {
        long id = weibo("city", "0000", "问政");
        add(Channel.WECHAT, "city", "0000", "问政");
        node.transaction.executeWithoutResult(status -> node.desk.switchChannel(Channel.WEIBO, false, ADMIN));

        assertThat(node.accounts.of(Channel.WEIBO)).isEmpty();
        assertThat(node.accounts.takingPart(Channel.WEIBO)).isEmpty();
        assertThat(node.accounts.of(Channel.WECHAT)).hasSize(1);
        assertThat(kept(id).states()).containsExactly(AccountState.OFF);
        node.transaction.executeWithoutResult(status -> node.desk.switchChannel(Channel.WEIBO, true, ADMIN));
        assertThat(node.accounts.of(Channel.WEIBO)).hasSize(1);
    }

    @Test
    void anInvalidTokenLetsItWaitButTakesPushesInUntilThereIsANewOne() {
        long id = weibo("city", "0000", "问政");
        Account account = found(node, "city");
        node.accounts.trouble(account, new Outcome.TokenInvalid("21327"), NOW);
        node.accounts.trouble(account, new Outcome.TokenInvalid("21327"), NOW);

        assertThat(node.accounts.find(id)).isEmpty();
        assertThat(node.accounts.of(Channel.WEIBO)).isEmpty();
        assertThat(node.accounts.find(Channel.WEIBO, "city")).isPresent();
        assertThat(node.accounts.takingPart(Channel.WEIBO))
                .as("what it is to send waits")
                .hasSize(1);
        assertThat(kept(id).states()).containsExactly(AccountState.PAUSED);
        verify(node.journal).done(any(), eq("channel-account-paused"), any(), any(), any());
        assertThat(node.told)
                .containsExactly(new AccountTroubled(id, Channel.WEIBO, "city", "0000", AccountTrouble.PAUSED, NOW));
        secret(id, "access-token", "fresh", NOW.plus(Duration.ofDays(30)), false);
        assertThat(node.accounts.find(id)).isPresent();
        assertThat(kept(id).states()).containsExactly(AccountState.WORKING);
    }

    @Test
    void aTokenThatEndsWithinAWeekIsTold() {
        long id = weibo("city", "0000", "问政");
        secret(id, "access-token", "fresh", NOW.plus(Duration.ofDays(8)), false);
        assertThat(kept(id).states()).containsExactly(AccountState.WORKING);

        node.clock.passes(Duration.ofDays(2));
        assertThat(kept(id).states()).containsExactly(AccountState.EXPIRING);
        assertThat(node.list.unauthorised(ALL).total()).isOne();
    }

    @Test
    void administratorsHearOfATokenThatEndsOnceADayOnWhicheverNode() {
        long id = weibo("city", "0000", "问政");
        secret(id, "access-token", "fresh", NOW.plus(Duration.ofDays(8)), false);
        lookForTokens();
        assertThat(troubles()).isEmpty();

        moved(Duration.ofDays(2));
        lookForTokens();
        lookForTokens();
        assertThat(troubles()).containsExactly(AccountTrouble.EXPIRING);
        moved(Duration.ofHours(14));
        lookForTokens();
        assertThat(troubles()).as("midnight in the city has passed").hasSize(2);
        node.accounts.trouble(found(node, "city"), new Outcome.TokenInvalid("21327"), node.clock.instant());
        moved(Duration.ofDays(1));
        lookForTokens();
        assertThat(troubles())
                .as("it waits for a new token already")
                .containsExactlyInAnyOrder(AccountTrouble.EXPIRING, AccountTrouble.EXPIRING, AccountTrouble.PAUSED);
    }

    private void lookForTokens() {
        List.of(node, other)
                .forEach(each -> each.transaction.executeWithoutResult(status -> each.alarms.tellExpiring()));
    }

    private void moved(Duration time) {
        List.of(node, other).forEach(each -> each.clock.passes(time));
    }

    private List<AccountTrouble> troubles() {
        return Stream.of(node, other)
                .flatMap(each -> each.told.stream())
                .map(AccountTroubled::trouble)
                .toList();
    }

    @Test
    void administratorsHearOfAUsedUpQuotaOnceADay() {
        weibo("city", "0000", "问政");
        Account account = found(node, "city");
        node.accounts.spend(account, Accounts.POSTS, 30, true);
        assertThat(troubles()).isEmpty();

        node.accounts.spend(account, Accounts.POSTS, 1, true);
        other.accounts.spend(account, Accounts.POSTS, 1, true);
        assertThat(troubles()).containsExactly(AccountTrouble.QUOTA_USED_UP);
        moved(Duration.ofDays(1));
        node.accounts.spend(account, Accounts.POSTS, 31, true);
        assertThat(troubles()).hasSize(2);
    }

    @Test
    void troubleIsToldUntilSomethingGoesWellAgain() {
        long id = weibo("city", "0000", "问政");
        Account account = found(node, "city");
        node.accounts.trouble(account, new Outcome.WindowClosed("26403"), NOW);
        assertThat(kept(id).states()).containsExactly(AccountState.WORKING);
        node.accounts.trouble(account, new Outcome.NotNow(null, "10023 <b>words of a platform</b>"), NOW);

        assertThat(kept(id).states()).containsExactly(AccountState.TROUBLED);
        assertThat(kept(id).health().trouble()).matches("[A-Za-z0-9._:-]+");
        node.accounts.seen(account, Sign.SENT, NOW.plusSeconds(1));
        node.signs.write();
        assertThat(kept(id).states()).containsExactly(AccountState.WORKING);
    }

    @Test
    void signsOfLifeAreGatheredAndKeepTheNewest() {
        long id = weibo("city", "0000", "问政");
        Account account = found(node, "city");
        node.accounts.seen(account, Sign.PUSHED, NOW.plusSeconds(5));
        node.accounts.seen(account, Sign.PUSHED, NOW.plusSeconds(3));
        node.accounts.seen(account, Sign.FORGED, NOW);
        node.accounts.seen(account, Sign.FORGED, NOW);
        assertThat(kept(id).health().pushedAt()).isNull();

        node.signs.write();
        other.accounts.seen(account, Sign.PUSHED, NOW.plusSeconds(4));
        other.signs.write();
        assertThat(kept(id).health().pushedAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(kept(id).health().forged()).isEqualTo(2);
    }

    @Test
    void anAccountWithoutAnItemForTwoWeeksIsSilent() {
        long id = weibo("city", "0000", "问政");
        node.clock.passes(Duration.ofDays(14).plusSeconds(1));

        assertThat(node.list.silent(ALL).items()).extracting(KeptAccount::id).containsExactly(id);
        node.accounts.seen(found(node, "city"), Sign.ITEM, node.clock.instant());
        node.signs.write();
        assertThat(node.list.silent(ALL).total()).isZero();
    }

    @Test
    void readingLeavesTheReserveToAnswers() {
        weibo("city", "0000", "问政");
        Account account = found(node, "city");

        assertThat(IntStream.range(0, 61)
                        .mapToObj(n -> node.accounts.spend(account, Accounts.CALLS, 1, false))
                        .filter(Optional::isEmpty))
                .hasSize(60);
        assertThat(node.accounts.spend(account, Accounts.CALLS, 40, true)).isEmpty();
        assertThat(node.accounts.spend(account, Accounts.CALLS, 1, true)).contains(NOW.plus(Duration.ofDays(1)));
        node.clock.passes(Duration.ofDays(1));
        assertThat(node.accounts.spend(account, Accounts.CALLS, 1, false)).isEmpty();
    }

    @Test
    void whatNobodyWaitsForLeavesWhatReadingNeedsToTheEndOfTheDay() {
        weibo("city", "0000", "问政");
        Account account = found(node, "city");
        assertThat(node.accounts.spend(account, Accounts.CALLS, 2, false)).isEmpty();

        assertThat(IntStream.range(0, 60)
                        .mapToObj(n -> node.accounts.spendSpare(account, Accounts.CALLS, 1, 2))
                        .filter(Optional::isEmpty))
                .as("60 of the day's 100, less the 48 that are read")
                .hasSize(10);
        assertThat(node.accounts.spendSpare(account, Accounts.CALLS, 1, 2)).contains(NOW.plus(Duration.ofDays(1)));
        assertThat(IntStream.range(0, 60)
                        .mapToObj(n -> node.accounts.spend(account, Accounts.CALLS, 1, false))
                        .filter(Optional::isEmpty))
                .as("reading has all it needs")
                .hasSize(48);
    }

    @Test
    void ourOwnAccountsAreKnownAlsoWhenTheyAreSwitchedOff() {
        long id = weibo("city", "0000", "问政");
        String uid = kept(id).address();
        assertThat(node.accounts.isOurs(Channel.WEIBO, uid)).isTrue();
        assertThat(node.accounts.isOurs(Channel.WECHAT, uid)).isFalse();
        assertThat(node.accounts.isOurs(Channel.WEIBO, uid + "0")).isFalse();
        node.rows.enable(id, false);
        node.rows.countOn();
        node.memory.look();
        assertThat(node.accounts.isOurs(Channel.WEIBO, uid)).isTrue();
    }

    @Test
    void whatCouldNotBeTakenInIsPutBeforeAnAdministratorForAWeek() {
        long id = weibo("city", "0000", "问政");
        assertThat(node.list.unauthorised(ALL).total()).isZero();
        node.jdbc
                .sql("""
                INSERT INTO inbound_message (channel, account, external_id, kind, outcome, submitted_at, received_at, digest)
                VALUES ('WEIBO', ?, 's:1', 'MENTION', 'FAILED', ?, ?, '')""")
                .params(id, AccountRows.utc(NOW), AccountRows.utc(NOW))
                .update();
        assertThat(kept(id).states()).containsExactly(AccountState.LEFT_OUT);
        assertThat(kept(id).health().leftOut()).isOne();
        assertThat(node.list.unauthorised(ALL).items())
                .extracting(KeptAccount::id)
                .containsExactly(id);
        node.clock.passes(Duration.ofDays(7).plusSeconds(1));
        assertThat(kept(id).states()).containsExactly(AccountState.WORKING);
        assertThat(kept(id).health().leftOut()).isOne();
    }

    @Test
    void postsHaveAnHourOfTheirOwnAndOtherChannelsCountNothing() {
        weibo("city", "0000", "问政");
        add(Channel.WECHAT, "city", "0000", "问政");
        Account account = found(node, "city");

        assertThat(node.accounts.spend(account, Accounts.POSTS, 30, true)).isEmpty();
        assertThat(node.accounts.spend(account, Accounts.POSTS, 1, true)).contains(NOW.plus(Duration.ofHours(1)));
        assertThat(node.accounts.spend(account, Accounts.POSTS, 31, true)).isPresent();
        Account wechat = node.accounts.find(Channel.WECHAT, "city").orElseThrow();
        assertThat(node.accounts.spend(wechat, Accounts.CALLS, 100_000, false)).isEmpty();
    }

    @Test
    void twoNodesNeverSpendMoreThanThereIs() throws Exception {
        weibo("city", "0000", "问政");
        Account account = found(node, "city");
        ExecutorService hands = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> calls = IntStream.range(0, 200)
                .mapToObj(n -> (Callable<Boolean>) () -> (n % 2 == 0 ? node : other)
                        .accounts
                        .spend(account, Accounts.CALLS, 1, true)
                        .isEmpty())
                .toList();

        long spent = 0;
        for (Future<Boolean> call : hands.invokeAll(calls)) {
            spent += call.get() ? 1 : 0;
        }
        hands.shutdown();
        assertThat(spent).isEqualTo(100);
    }

    @Test
    void theHighestUnitTakesWhatIsSaidToSeveral() {
        weibo("county", "0201", "兴庆区发布");
        weibo("lights", "0106", "照明所");
        weibo("city", "0000", "问政");

        assertThat(node.accounts.highest(Channel.WEIBO, List.of("兴庆区发布", "照明所")))
                .map(Account::code)
                .contains("lights");
        assertThat(node.accounts.highest(Channel.WEIBO, List.of("兴庆区发布", "照明所", "问政")))
                .map(Account::code)
                .contains("city");
        assertThat(node.accounts.highest(Channel.WEIBO, List.of("别人"))).isEmpty();
        assertThat(node.accounts.ofUnit(Channel.WEIBO, "0201"))
                .map(Account::code)
                .contains("county");
    }

    @Test
    void anAlipayAccountGetsItsKeyPairAndOnlyThePublicOneIsShown() {
        long id = add(Channel.ALIPAY, "city", "0000", "问政");
        Account account = node.accounts.find(Channel.ALIPAY, "city").orElseThrow();

        String shown = kept(id).settings().get(AccountFields.PUBLIC_KEY);
        assertThat(shown).startsWith("MII");
        assertThat(account.secret(AccountFields.PRIVATE_KEY)).startsWith("MII");
        assertThat(node.desk.sheet(id, ADMIN).toString())
                .contains(shown)
                .doesNotContain(account.secret(AccountFields.PRIVATE_KEY));
        node.transaction.executeWithoutResult(status -> node.desk.change(id, "0106", "新名", "x", Map.of(), ADMIN));
        assertThat(kept(id).settings()).containsEntry(AccountFields.PUBLIC_KEY, shown);
        node.transaction.executeWithoutResult(status -> node.secretDesk.renewKeyPair(id, ADMIN));
        assertThat(kept(id).settings().get(AccountFields.PUBLIC_KEY)).isNotEqualTo(shown);
    }

    @Test
    void aCodeLeftOutCannotBeGuessedAndOneThatIsTakenIsRefused() {
        long id = weibo("", "0000", "问政");
        assertThat(kept(id).code()).hasSize(20);

        weibo("city", "0000", "问政");
        assertRefused("account-code-taken", () -> weibo("city", "0106", "别的"));
        assertRefused("account-code-malformed", () -> weibo("a/b", "0106", "别的"));
        assertRefused("account-unit-unknown", () -> weibo("x-x", "9999", "别的"));
        assertRefused("channel-without-accounts", () -> add(Channel.PORTAL, "x-x", "0106", "别的"));
        assertRefused("account-setting-unknown", () -> change(id, Map.of("qouta", "public")));
        assertRefused("account-setting-malformed", () -> change(id, Map.of("quota", "much")));
        assertRefused("account-secret-unknown", () -> secret(id, "aes-key", "x", null, false));
        assertRefused("account-token-over", () -> secret(id, "access-token", "x", NOW, false));
    }

    private void change(long id, Map<String, @Nullable String> settings) {
        node.transaction.executeWithoutResult(status -> node.desk.change(id, "0000", "问政", "1", settings, ADMIN));
    }

    private static void assertRefused(String slug, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }

    @Test
    void onlyAdministratorsChangeAndOnlySomeRead() {
        long id = weibo("city", "0000", "问政");

        assertRefused("role-never-may", () -> node.desk.sheet(id, HANDLER));
        assertRefused("role-never-may", () -> node.desk.switchAccount(id, false, HANDLER));
        assertRefused("role-never-may", () -> node.secretDesk.setSecret(id, "token", "x", null, false, HANDLER));
        assertRefused("not-found", () -> node.desk.sheet(id + 1, ADMIN));
    }

    @Test
    void theListIsNarrowedByWhatIsAsked() {
        weibo("city", "0000", "问政银州");
        add(Channel.WECHAT, "lights", "0106", "照明服务号");

        assertThat(codes(new AccountFilter(Channel.WECHAT, null, null, null, null)))
                .containsExactly("lights");
        assertThat(codes(new AccountFilter(null, "0000", null, null, null))).containsExactly("city");
        assertThat(codes(new AccountFilter(null, null, null, "照明", null))).containsExactly("lights");
        assertThat(codes(new AccountFilter(null, null, AccountState.WORKING, null, null)))
                .containsExactlyInAnyOrder("city", "lights");
        assertThat(codes(new AccountFilter(null, null, AccountState.OFF, null, null)))
                .isEmpty();
    }

    private List<String> codes(AccountFilter filter) {
        return node.desk.page(filter, ALL, ADMIN).items().stream()
                .map(KeptAccount::code)
                .toList();
    }

    @Test
    void aTableIsLookedAtFirstAndGoesInAsAWhole() {
        weibo("city", "0000", "问政");
        var id = node.imports.preview(file("""
                channel,code,unit,name,address,settings
                weibo,city,0000,问政,1902538057,
                微博,lights,0106,照明所,1000001,quota=public|push-form=json
                """), ADMIN);
        AccountPlan plan = node.imports.find(id, ADMIN).plan();

        assertThat(plan.problems()).isEmpty();
        assertThat(List.of(plan.created(), plan.changed(), (long) plan.unchanged()))
                .containsExactly(1L, 0L, 1L);
        assertThat(node.accounts.find(Channel.WEIBO, "lights")).isEmpty();
        node.imports.confirm(id, ADMIN);
        assertThat(node.accounts.find(Channel.WEIBO, "lights").orElseThrow().settings())
                .containsEntry("quota", "public");
        assertRefused("city-import-applied", () -> node.imports.confirm(id, ADMIN));
    }

    @Test
    void aTableWithAnErrorOrAnOldPreviewDoesNotGoIn() {
        var wrong = node.imports.preview(file("""
                channel,code,unit,name,address
                weibo,a-a,0106,照明所,1
                weibo,a-a,0106,照明所,1
                weibo,b-b,9999,照明所,1
                fax,c-c,0106,照明所,1
                """), ADMIN);
        assertThat(node.imports.find(wrong, ADMIN).plan().problems())
                .extracting(problem -> problem.line() + " " + problem.reason().slug())
                .containsExactly("3 account-code-taken", "4 account-unit-unknown", "5 channel-without-accounts");
        assertRefused("city-import-has-errors", () -> node.imports.confirm(wrong, ADMIN));

        var old = node.imports.preview(file("channel,code,unit,name,address\nweibo,a-a,0106,照明所,1\n"), ADMIN);
        weibo("a-a", "0000", "抢先");
        assertRefused("channel-accounts-changed-meanwhile", () -> node.imports.confirm(old, ADMIN));
        node.imports.confirm(old, ADMIN);
        assertThat(found(node, "a-a").unit()).isEqualTo("0106");
    }

    @Test
    void anIdleNodeLooksOnceHoweverManyAccountsThereAre() {
        node.jdbc.sql("""
                INSERT INTO channel_account (channel, code, unit, name, address, enabled, created_at)
                SELECT 'WEIBO', 'many-' || n, '0106', 'a' || n, n::text, true, '2026-01-01'
                FROM generate_series(1, 3000) n""").update();
        AtomicInteger statements = new AtomicInteger();
        DataSource counted = ProxyDataSourceBuilder.create(database)
                .afterQuery((execution, queries) -> statements.addAndGet(queries.size()))
                .build();
        AccountHouse idle = new AccountHouse(counted, KEY, null);
        AccountHand hand = new AccountHand(idle.signs, idle.memory, idle.keys, idle.secrets, idle.clock);
        assertThat(idle.accounts.of(Channel.WEIBO)).hasSize(3000);
        hand.step();
        statements.set(0);

        hand.step();
        assertThat(idle.accounts.find(Channel.WEIBO, "many-2999")).isPresent();
        assertThat(statements).hasValue(1);
    }

    private static MockMultipartFile file(String text) {
        return new MockMultipartFile("file", "accounts.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
