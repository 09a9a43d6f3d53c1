package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PlatformHttp;
import cn.wenzheng.organization.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Learns from Alipay who has opened the mini-program. A code is good once, whatever comes of the call, so it is never tried
 * again: the page gets itself a new one.
 */
@Component
class Identity {

    /** The most of one account that wait for Alipay at once: a gateway that is slow must not take the house's threads. */
    static final int AT_ONCE = 20;

    /** How long somebody waits for a place before he is asked to come again. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Gateway gateway;
    private final Accounts accounts;
    private final Clock clock;
    private final Map<Long, Semaphore> places = new ConcurrentHashMap<>();

    Identity(Gateway gateway, Accounts accounts, Clock clock) {
        this.gateway = gateway;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The person's id for this app; the older, global id only where Alipay tells no other. */
    String of(Account account, String authCode) {
        Semaphore own = places.computeIfAbsent(account.id(), id -> new Semaphore(AT_ONCE, true));
        if (!waited(own)) {
            throw Refusal.tooMany("alipay-busy");
        }
        try {
            return read(account, ask(account, authCode));
        } finally {
            own.release();
        }
    }

    private static boolean waited(Semaphore places) {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private JsonNode ask(Account account, String authCode) {
        Map<String, String> own = Map.of("grant_type", "authorization_code", "code", authCode);
        try {
            return gateway.call(account, "alipay.system.oauth.token", own, clock.instant());
        } catch (Gateway.NoKey noKey) {
            accounts.trouble(account, new Outcome.TokenInvalid("app-private-key"), clock.instant());
        } catch (Gateway.NotProved forged) {
            accounts.trouble(account, new Outcome.Unknown("not-signed"), clock.instant());
        } catch (PlatformHttp.NotWritten | PlatformHttp.NoAnswer away) {
            accounts.trouble(account, new Outcome.NotNow(null, "unreachable"), clock.instant());
        }
        throw Refusal.conflict("alipay-unreachable");
    }

    private String read(Account account, JsonNode answer) {
        String openId = answer.path("open_id").asText();
        String person = openId.isBlank() ? answer.path("user_id").asText() : openId;
        if (Items.isPerson(person)) {
            return person;
        }
        Outcome outcome = AlipayErrors.outcome(answer);
        if (outcome instanceof Outcome.Refused) {
            throw Refusal.invalid("authCode", "alipay-code-invalid");
        }
        accounts.trouble(account, outcome, clock.instant());
        throw Refusal.conflict("alipay-unreachable");
    }
}
