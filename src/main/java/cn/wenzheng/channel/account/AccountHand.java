package cn.wenzheng.channel.account;

import cn.wenzheng.access.OneHand;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * The node's one hand for accounts: writes gathered signs of life and looks what other nodes have changed. While nothing
 * happens it costs one statement every few seconds, however many accounts there are.
 */
@Component
class AccountHand extends OneHand {

    /** What is changed on one node holds on all others within five seconds. */
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final SignsOfLife signs;
    private final AccountMemory memory;
    private final SealingKeys keys;
    private final SecretRows secrets;
    private final Clock clock;
    private boolean sealedAnew;

    AccountHand(SignsOfLife signs, AccountMemory memory, SealingKeys keys, SecretRows secrets, Clock clock) {
        super("channel-accounts", LOOK);
        this.signs = signs;
        this.memory = memory;
        this.keys = keys;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Each part by itself: one that fails keeps none of the others from being done. */
    @Override
    protected boolean step() {
        took(() -> {
            signs.write();
            return false;
        });
        took(() -> {
            memory.look();
            return false;
        });
        return !sealedAnew && took(this::sealAnew);
    }

    /** Once after the start: a new key seals what the one before it had sealed. */
    private boolean sealAnew() {
        keys.current().ifPresent(key -> secrets.sealAnew(key.mark(), clock.instant()));
        sealedAnew = true;
        return false;
    }
}
