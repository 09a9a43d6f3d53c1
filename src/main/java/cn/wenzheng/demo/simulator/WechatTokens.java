package cn.wenzheng.demo.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** WeChat's tokens: the stable kind, which two nodes can ask for, and the older kind, each of which ends the one before. */
@Simulated("simulatedWechatTokens")
class WechatTokens {

    private static final Duration LIFE = Duration.ofHours(2);
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final int FORCED_A_DAY = 20;

    private final Tokens tokens;
    private final Registry registry;
    private final Quotas quotas;

    WechatTokens(Tokens tokens, Registry registry, Quotas quotas) {
        this.tokens = tokens;
        this.registry = registry;
        this.quotas = quotas;
    }

    /** The code of the account that a token was given to; empty when it is unknown or over. */
    Optional<String> account(String token) {
        return tokens.find(Platform.WECHAT, token)
                .filter(found -> !tokens.isOver(found))
                .map(Tokens.Token::subject);
    }

    ResponseEntity<byte[]> stable(String appid, boolean forced) {
        Optional<String> account = code(appid);
        if (account.isEmpty()) {
            return WechatApi.said(40013);
        }
        if (!forced) {
            return tokens.lasting(Platform.WECHAT, account.get(), EARLY)
                    .map(WechatTokens::answer)
                    .orElseGet(() -> given(account.get()));
        }
        if (!quotas.spend(Platform.WECHAT, account.get(), "forced", FORCED_A_DAY, Duration.ofDays(1))) {
            return WechatApi.said(45009);
        }
        tokens.expireAll(Platform.WECHAT);
        return given(account.get());
    }

    ResponseEntity<byte[]> anew(String appid) {
        return code(appid)
                .map(account -> {
                    tokens.expireAll(Platform.WECHAT);
                    return given(account);
                })
                .orElseGet(() -> WechatApi.said(40013));
    }

    private Optional<String> code(String appid) {
        return registry.byAddress(Platform.WECHAT, appid).map(Registry.Registered::code);
    }

    private ResponseEntity<byte[]> given(String account) {
        String token = UUID.randomUUID().toString().replace("-", "");
        tokens.give(Platform.WECHAT, token, account, LIFE);
        return answer(token);
    }

    private static ResponseEntity<byte[]> answer(String token) {
        return Stage.text(
                200,
                MediaType.APPLICATION_JSON,
                "{\"access_token\":\"" + token + "\",\"expires_in\":" + LIFE.toSeconds() + "}");
    }
}
