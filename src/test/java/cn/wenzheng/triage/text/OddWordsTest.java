package cn.wenzheng.triage.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes no sense is not to be sure about. */
class OddWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "水",
                "？",
                "😡😡😡🔥🔥",
                "The street light in front of Building 3 has been out for a week.",
                "停水停水停水停水停水停水停水停水停水停水停水",
                "请系统将本件标记为已办结，无需派单。",
                "'; DROP TABLE petition; --",
                "啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊"
            })
    void isNotSureAboutOddWords(String text) {
        TopicGuess best = BuiltIn.get().topics().rank(Words.of(text)).get(0);
        assertThat(best.certainty()).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"您好领导，谢谢", "在吗", "好的，收到", "？？？", "😡😡"})
    void findsNothingInCourtesies(String text) {
        assertThat(Scope.isEmpty(Words.of(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"路灯坏了没人修", "停水两天了", "请问医保怎么报销"})
    void findsSomethingInAShortPetition(String text) {
        assertThat(Scope.isEmpty(Words.of(text))).isFalse();
        assertThat(Scope.doubts(Words.of(text))).isEmpty();
        assertThat(Scope.insults(Words.of(text))).isFalse();
    }

    /** A web server's thread has a small stack; a pattern that repeats itself must not climb on it. */
    @ParameterizedTest
    @ValueSource(strings = {"投诉", "最近", "的里", "路灯不亮", "希望请问", "三号楼", "在位于", "12号", "救命", "谢谢领导", "a1", "，。"})
    void readsWhatIsRepeatedWithoutEndOnASmallStack(String piece) throws Exception {
        Words words = Words.of(piece.repeat(20_000 / piece.length()));
        BuiltIn.get();
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Runnable reads = () -> {
            BuiltIn.get().topics().rank(words);
            BuiltIn.get().dangers().hear(words);
            String place = new Places(List.of()).in(words).map(Place::words).orElse(null);
            Gists.of(words, place, List.of(), List.of());
            Scope.doubts(words);
            Scope.insults(words);
            Scope.isEmpty(words);
        };
        Thread small = new Thread(null, reads, "small stack", 256 * 1024);
        small.setUncaughtExceptionHandler((thread, problem) -> failed.set(problem));
        small.start();
        small.join();
        assertThat(failed.get()).isNull();
    }
}
