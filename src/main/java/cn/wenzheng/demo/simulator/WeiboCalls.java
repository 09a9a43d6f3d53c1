package cn.wenzheng.demo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What every call to Weibo passes first: the token and the quotas.
 *
 * <p>A token is believed when it is first seen, as if it had been given to the account that uses it: who runs the demo city
 * may type any. After {@code expire-token} those seen before are over, and a new one is good.
 */
@Simulated("simulatedWeiboCalls")
class WeiboCalls {

    private static final int CALLS_A_DAY = 100;
    private static final int CALLS_AN_HOUR = 50_000;
    private static final int POSTS_AN_HOUR = 30;

    /** Stands before the account's code in a token of an account other than the city's. */
    private static final String OF = ":";

    private final Tokens tokens;
    private final Quotas quotas;
    private final Behaviours behaviours;
    private final Registry registry;

    WeiboCalls(Tokens tokens, Quotas quotas, Behaviours behaviours, Registry registry) {
        this.tokens = tokens;
        this.quotas = quotas;
        this.behaviours = behaviours;
        this.registry = registry;
    }

    /** Whose token it is and until when it is good; null when it does not end. */
    record Life(String uid, @Nullable Instant end) {}

    ResponseEntity<byte[]> take(String path, @Nullable String token, Function<String, ResponseEntity<byte[]>> answer) {
        Optional<String> ordered = behaviours.nextError(Platform.WEIBO);
        if (ordered.isPresent()) {
            return WeiboWords.error(path, ordered.get());
        }
        if (token == null || token.isBlank()) {
            return WeiboWords.error(path, "21332");
        }
        Tokens.Token known = known(token);
        if (tokens.isOver(known)) {
            return WeiboWords.error(path, "21327");
        }
        return refusal(path, known.subject())
                .map(code -> WeiboWords.error(path, code))
                .orElseGet(() -> answer.apply(known.subject()));
    }

    private Optional<String> refusal(String path, String account) {
        Behaviour behaviour = behaviours.of(Platform.WEIBO);
        boolean contract = behaviour.is(Switch.QUOTA, "contract");
        int most = contract ? CALLS_AN_HOUR : behaviour.number(Switch.CALLS_PER_DAY, CALLS_A_DAY);
        Duration window = contract ? Duration.ofHours(1) : Duration.ofDays(1);
        if (!quotas.spend(Platform.WEIBO, account, contract ? "contract" : "calls", most, window)) {
            return Optional.of("10023");
        }
        boolean posting = path.contains("comments/create") || path.contains("comments/reply");
        boolean free = !posting || quotas.spend(Platform.WEIBO, account, "posts", POSTS_AN_HOUR, Duration.ofHours(1));
        return free ? Optional.empty() : Optional.of("20016");
    }

    private Tokens.Token known(String token) {
        return tokens.find(Platform.WEIBO, token).orElseGet(() -> {
            String account = token.contains(OF) ? token.substring(token.lastIndexOf(OF) + 1) : Registry.CITY;
            Duration life = behaviours
                    .of(Platform.WEIBO)
                    .word(Switch.TOKEN_LIFE)
                    .map(Duration::parse)
                    .orElse(null);
            tokens.give(Platform.WEIBO, token, account, life);
            return tokens.find(Platform.WEIBO, token).orElseThrow();
        });
    }

    Optional<Life> life(String token) {
        Tokens.Token known = known(token);
        return tokens.isOver(known)
                ? Optional.empty()
                : Optional.of(
                        new Life(registry.find(Platform.WEIBO, known.subject()).address(), known.expiresAt()));
    }
}
