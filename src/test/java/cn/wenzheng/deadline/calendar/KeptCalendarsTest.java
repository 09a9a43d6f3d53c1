package cn.wenzheng.deadline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a node keeps of the calendars while one of its own edits commits. */
class KeptCalendarsTest {

    private static final EnumSet<Thread.State> HELD_UP_OR_OVER =
            EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TERMINATED);

    private final AtomicLong committed = new AtomicLong(1);
    private final CalendarRows rows = mock();
    private final KeptCalendars kept = new KeptCalendars(rows);
    private final Thread commit = new Thread(this::commitsTheNextVersion);

    @Test
    void keepsNoReadingThatBeganBeforeTheCommit() throws InterruptedException {
        when(rows.read(anyLong())).thenAnswer(read -> bookOf(read.getArgument(0)));
        when(rows.version()).thenAnswer(read -> readWhileTheEditCommits()).thenAnswer(read -> committed.get());

        assertThat(kept.version()).as("read before the commit").isEqualTo(1);
        commit.join();
        assertThat(kept.version()).isEqualTo(2);
    }

    private long readWhileTheEditCommits() {
        long before = committed.get();
        commit.start();
        await().pollInSameThread().until(() -> HELD_UP_OR_OVER.contains(commit.getState()));
        return before;
    }

    private void commitsTheNextVersion() {
        TransactionSynchronizationManager.initSynchronization();
        kept.forgetAfterCommit();
        committed.incrementAndGet();
        TransactionSynchronizationManager.getSynchronizations().forEach(edit -> edit.afterCommit());
    }

    private static CalendarBook bookOf(long version) {
        CalendarBook book = mock();
        when(book.version()).thenReturn(version);
        return book;
    }
}
