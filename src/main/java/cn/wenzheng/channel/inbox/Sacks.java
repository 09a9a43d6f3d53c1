package cn.wenzheng.channel.inbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets those who come within the same moment go together: one of them carries for all, the others wait for his word. Who comes
 * alone goes at once.
 *
 * @param <L> what each brings
 * @param <A> what each is told
 */
class Sacks<L, A> {

    /** What one carrier takes at most: more of it would keep the first waiting for the last. */
    private static final int MOST = 40;

    /** How long a carrier waits for company, where another is on his way or has come back a moment ago. */
    private static final long GATHER = Duration.ofMillis(25).toNanos();

    private final int carriers;
    private final Function<List<L>, List<A>> carrying;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Letter> waiting = new ArrayDeque<>();
    private int onTheirWay;
    private long lastBack = System.nanoTime() - GATHER;

    /**
     * @param carriers how many may be on their way at once
     * @param carrying takes several there and brings an answer for each, in their order
     */
    Sacks(int carriers, Function<List<L>, List<A>> carrying) {
        this.carriers = carriers;
        this.carrying = carrying;
    }

    /** What one brings and waits with. */
    private final class Letter {

        private final L words;
        private final Condition told = lock.newCondition();
        private boolean taken;
        private @Nullable A answer;

        Letter(L words) {
            this.words = words;
        }
    }

    /** The answer; null when there is none in that time: then it was not taken, or nobody knows yet what became of it. */
    @Nullable
    A bring(L words, Duration patience) {
        Letter letter = new Letter(words);
        lock.lock();
        try {
            waiting.add(letter);
            long left = patience.toNanos();
            while (letter.answer == null && left > 0) {
                if (!letter.taken && onTheirWay < carriers) {
                    carry(letter);
                } else {
                    left = letter.told.awaitNanos(left);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.remove(letter);
            wakeNext();
            lock.unlock();
        }
        return letter.answer;
    }

    /** How many wait and are not on their way. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void carry(Letter own) throws InterruptedException {
        onTheirWay++;
        List<Letter> sack = new ArrayList<>();
        try {
            gather(own);
            fill(sack);
            carryOff(sack);
        } finally {
            onTheirWay--;
            lastBack = System.nanoTime();
            sack.forEach(letter -> letter.told.signal());
        }
    }

    private void gather(Letter own) throws InterruptedException {
        long left = onTheirWay > 1 ? GATHER : lastBack + GATHER - System.nanoTime();
        while (left > 0 && waiting.size() < MOST) {
            left = own.told.awaitNanos(left);
        }
    }

    private void fill(List<Letter> sack) {
        while (sack.size() < MOST && !waiting.isEmpty()) {
            Letter letter = waiting.remove();
            letter.taken = true;
            sack.add(letter);
        }
    }

    private void carryOff(List<Letter> sack) {
        if (sack.isEmpty()) {
            return;
        }
        List<A> answers = List.of();
        lock.unlock();
        try {
            answers = carrying.apply(sack.stream().map(letter -> letter.words).toList());
        } finally {
            lock.lock();
            for (int one = 0; one < answers.size(); one++) {
                sack.get(one).answer = answers.get(one);
            }
        }
    }

    /** Who waits longest carries next. */
    private void wakeNext() {
        Letter next = waiting.peek();
        if (next != null && onTheirWay < carriers) {
            next.told.signal();
        }
    }
}
