package cn.wenzheng.channel.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who goes with whom, and that everybody hears his own answer. */
class SacksTest {

    private static final Duration PATIENT = Duration.ofMinutes(1);

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<List<Integer>> carried = new ConcurrentLinkedQueue<>();

    @AfterEach
    void everybodyGoesHome() {
        people.shutdownNow();
    }

    @Test
    void whoComesAloneGoesAtOnceAndByHimself() {
        Sacks<Integer, String> sacks = sacks(1, words -> answers(words));
        assertThat(sacks.bring(1, PATIENT)).isEqualTo("to 1");
        assertThat(sacks.bring(2, PATIENT)).isEqualTo("to 2");
        assertThat(carried).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void whoComesWhileOneIsOnHisWayGoesWithTheNext() {
        CountDownLatch back = new CountDownLatch(1);
        Sacks<Integer, String> sacks = sacks(1, words -> {
            waitFor(back, words.contains(0));
            return answers(words);
        });
        CompletableFuture<@Nullable String> first = bring(sacks, 0);
        await().until(() -> !carried.isEmpty());
        List<CompletableFuture<@Nullable String>> others = new ArrayList<>();
        for (int one = 1; one <= 100; one++) {
            others.add(bring(sacks, one));
        }
        await().until(() -> sacks.waiting() == 100);
        back.countDown();
        assertThat(first.join()).isEqualTo("to 0");
        for (int one = 1; one <= 100; one++) {
            assertThat(others.get(one - 1).join()).isEqualTo("to " + one);
        }
        assertThat(carried).hasSize(4).extracting(List::size).containsExactly(1, 40, 40, 20);
    }

    @Test
    void noMoreAreOnTheirWayThanMayBe() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Sacks<Integer, String> sacks = sacks(2, words -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
            return answers(words);
        });
        List<CompletableFuture<@Nullable String>> all = new ArrayList<>();
        for (int one = 0; one < 500; one++) {
            all.add(bring(sacks, one));
        }
        all.forEach(CompletableFuture::join);
        assertThat(most.get()).isBetween(1, 2);
        assertThat(carried.stream().mapToInt(List::size).sum()).isEqualTo(500);
    }

    @Test
    void whoseTurnDoesNotComeInTimeIsNotTaken() {
        CountDownLatch back = new CountDownLatch(1);
        Sacks<Integer, String> sacks = sacks(1, words -> {
            waitFor(back, true);
            return answers(words);
        });
        CompletableFuture<@Nullable String> slow = bring(sacks, 1);
        await().until(() -> !carried.isEmpty());
        assertThat(sacks.bring(2, Duration.ofMillis(1))).isNull();
        back.countDown();
        assertThat(slow.join()).isEqualTo("to 1");
        assertThat(sacks.bring(3, PATIENT)).isEqualTo("to 3");
        assertThat(carried).containsExactly(List.of(1), List.of(3));
    }

    @Test
    void oneWhoFailsOnHisWayHoldsUpNobodyAfterHim() {
        Sacks<Integer, String> sacks = sacks(1, words -> {
            if (words.contains(1)) {
                throw new IllegalStateException("lost");
            }
            return answers(words);
        });
        CompletableFuture<@Nullable String> lost = bring(sacks, 1);
        assertThat(lost).failsWithin(PATIENT).withThrowableThat().havingCause().withMessage("lost");
        assertThat(sacks.bring(2, PATIENT)).isEqualTo("to 2");
    }

    private Sacks<Integer, String> sacks(int carriers, Function<List<Integer>, List<String>> carrying) {
        return new Sacks<>(carriers, words -> {
            carried.add(List.copyOf(words));
            return carrying.apply(words);
        });
    }

    private CompletableFuture<@Nullable String> bring(Sacks<Integer, String> sacks, int words) {
        return CompletableFuture.supplyAsync(() -> sacks.bring(words, PATIENT), people);
    }

    private static List<String> answers(List<Integer> words) {
        return words.stream().map(word -> "to " + word).toList();
    }

    private static void waitFor(CountDownLatch back, boolean waits) {
        try {
            if (waits) {
                back.await();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
