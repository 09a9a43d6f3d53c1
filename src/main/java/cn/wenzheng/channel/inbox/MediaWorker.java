package cn.wenzheng.channel.inbox;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.MediaSource;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Arrivals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The node's one hand for pictures and files: fetches what a message came with before the platform forgets it, cleans it and
 * keeps it with the petition. What is not to be had is noted on the timeline.
 */
@Component
class MediaWorker extends OneHand {

    private static final Logger LOG = LoggerFactory.getLogger(MediaWorker.class);

    private static final Duration LOOK = Duration.ofSeconds(3);

    /** The most bytes that are read; one more than a file may have tells that it is too large. */
    private static final int MOST = Arrivals.MEGABYTES * 1024 * 1024 + 1;

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6));

    private static final Actor CITIZEN = Actor.citizen(Door.CHANNEL);

    private final MediaRows rows;
    private final List<MediaSource> sources;
    private final Accounts accounts;
    private final Arrivals arrivals;
    private final TransactionTemplate transaction;
    private final int tries;
    private final Clock clock;

    MediaWorker(
            MediaRows rows,
            ObjectProvider<MediaSource> sources,
            Accounts accounts,
            Arrivals arrivals,
            PlatformTransactionManager transactions,
            InboxSettings settings,
            Clock clock) {
        super("media", LOOK);
        this.rows = rows;
        this.sources = sources.orderedStream().toList();
        this.accounts = accounts;
        this.arrivals = arrivals;
        this.transaction = new TransactionTemplate(transactions);
        this.tries = settings.mediaTries();
        this.clock = clock;
    }

    @Override
    protected boolean step() {
        Optional<MediaRows.Due> due = rows.claim(clock.instant());
        due.ifPresent(this::take);
        return due.isPresent();
    }

    /** The house keeps pictures and documents; whoever listens does it on the platform. */
    private void take(MediaRows.Due due) {
        if (due.type() == MediaRef.Type.VOICE || due.type() == MediaRef.Type.VIDEO) {
            refuse(due);
        } else {
            fetch(due);
        }
    }

    private void fetch(MediaRows.Due due) {
        Instant now = clock.instant();
        try {
            Optional<byte[]> bytes = due.content() == null ? bytesOf(due) : Optional.of(due.content());
            if (bytes.isEmpty()) {
                lose(due);
                return;
            }
            arrivals.attach(due.petition(), due.name(), bytes.get(), CITIZEN, () -> rows.end(due, "KEPT"));
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.TOO_MANY) {
                again(due, now);
            } else {
                refuse(due);
            }
        } catch (RuntimeException unexpected) {
            LOG.warn("A picture could not be kept and will be tried again: {}", SetAside.kindOf(unexpected));
            again(due, now);
        }
    }

    private Optional<byte[]> bytesOf(MediaRows.Due due) {
        return accounts.find(due.account())
                .map(account -> sources.stream()
                        .filter(source -> source.channel() == account.channel())
                        .findFirst()
                        .flatMap(source -> source.fetch(due.ref(), account))
                        .map(MediaWorker::read))
                .orElseThrow(() -> new UncheckedIOException(new IOException("account waits")));
    }

    private static byte[] read(InputStream stream) {
        try (InputStream in = stream) {
            return in.readNBytes(MOST);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void again(MediaRows.Due due, Instant now) {
        if (due.tries() >= tries) {
            lose(due);
        } else {
            rows.later(due, WAITS.get(Math.min(due.tries() - 1, WAITS.size() - 1)), now);
        }
    }

    private void lose(MediaRows.Due due) {
        transaction.executeWithoutResult(begun -> {
            arrivals.attachmentLost(due.petition(), CITIZEN);
            rows.end(due, "GONE");
        });
    }

    private void refuse(MediaRows.Due due) {
        transaction.executeWithoutResult(begun -> {
            arrivals.attachmentNotKept(due.petition(), CITIZEN);
            rows.end(due, "REFUSED");
        });
    }
}
