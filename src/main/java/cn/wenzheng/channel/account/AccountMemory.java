package cn.wenzheng.channel.account;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The book of accounts of this node: read once, and anew when the tables' version has changed. */
@Component
class AccountMemory {

    private final AccountRows accounts;
    private final SecretRows secrets;
    private final Clock clock;
    private volatile @Nullable AccountBook book;

    AccountMemory(AccountRows accounts, SecretRows secrets, Clock clock) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.clock = clock;
    }

    AccountBook book() {
        AccountBook known = book;
        return known == null ? read() : known;
    }

    private synchronized AccountBook read() {
        AccountBook read = AccountBook.read(accounts, secrets, clock.instant());
        book = read;
        return read;
    }

    /** Looks whether another node has changed something; one statement while nobody has. */
    void look() {
        AccountBook known = book;
        if (known != null && accounts.version() != known.version()) {
            read();
        }
    }

    /** Counts a change of the caller's transaction on; this node knows it as soon as it is committed. */
    void changed() {
        accounts.countOn();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                book = null;
            }
        });
    }
}
