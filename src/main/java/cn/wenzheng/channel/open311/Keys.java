package cn.wenzheng.channel.open311;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.petition.Channel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/** Whose key it is; that of an account which is switched off is nobody's any more. */
@Component
class Keys {

    static final String SECRET = "api-key";

    private final Accounts accounts;

    Keys(Accounts accounts) {
        this.accounts = accounts;
    }

    Account account(Ask ask) {
        String key = ask.one("api_key");
        if (key == null) {
            throw Fault.ofKey("open311-key-missing").refused();
        }
        return accounts.of(Channel.OPEN311).stream()
                .filter(account -> account.secrets(SECRET).stream().anyMatch(secret -> same(secret, key)))
                .findFirst()
                .orElseThrow(() -> Fault.ofKey("open311-key-unknown").refused());
    }

    private static boolean same(String secret, String key) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }
}
