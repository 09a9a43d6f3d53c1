package cn.wenzheng.demo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The demo city's own citizens have much to say, each in his own place, and most of it by day. */
class CharactersTest {

    private final Sayings sayings = new Sayings();

    @Test
    void nobodySaysTheSameBeforeEverythingIsSaid() {
        Set<String> said = new HashSet<>(LongStream.range(0, sayings.texts().size())
                .mapToObj(sayings::text)
                .toList());

        assertThat(said).hasSizeGreaterThan(150).hasSize(sayings.texts().size());
    }

    @Test
    void theyHoldNoContact() {
        assertThat(sayings.texts()).allSatisfy(text -> assertThat(text).doesNotContainPattern("[0-9]{6,}|@"));
    }

    @Test
    void allPlatformsAreUsedAndWeiboMost() {
        List<Platform> platforms =
                LongStream.range(0, 100).mapToObj(Sayings::platform).toList();

        assertThat(platforms).contains(Platform.values());
        assertThat(platforms.stream().filter(platform -> platform == Platform.WEIBO))
                .hasSizeBetween(65, 80);
    }

    @Test
    void theNightIsQuietAndADayHasAsManyAsWereAskedFor() {
        assertThat(Trickle.pause(60, 3, 1))
                .isGreaterThan(Trickle.pause(60, 10, 1).multipliedBy(5));
        double day = Arrays.stream(hours()).sum();
        assertThat(day).isBetween(60 * 24 * 0.9, 60 * 24 * 1.1);
    }

    private static double[] hours() {
        double[] hours = new double[24];
        for (int hour = 0; hour < hours.length; hour++) {
            int of = hour;
            Duration average = LongStream.range(0, 101)
                    .mapToObj(number -> Trickle.pause(60, of, number))
                    .reduce(Duration.ZERO, Duration::plus)
                    .dividedBy(101);
            hours[hour] = 3600.0 / average.toSeconds();
        }
        return hours;
    }

    @Test
    void someAddToWhatTheySaidAndSomePassItOn() {
        Simulation city = new Simulation();
        Characters characters = new Characters(city.posts);
        Set<String> kinds = new HashSet<>();
        for (long number = 1; number <= 120; number++) {
            Characters.Next next = characters.next(number);
            Post post = city.speaking.speak(next.platform(), next.saying(), city.behaviours.of(next.platform()));
            kinds.add(post.kind()
                    + (post.text().contains("补充") ? " more" : "")
                    + (post.media() == null ? "" : " picture"));
        }

        assertThat(kinds)
                .contains("mention", "message", "report", "submission", "repost", "mention picture")
                .anyMatch(kind -> kind.endsWith("more"));
    }
}
