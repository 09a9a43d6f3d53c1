package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.CityTest;
import cn.wenzheng.city.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatedFilingTest extends CityTest {

    private static final int AT_ONCE = 8;

    private final ExecutorService citizens = Executors.newFixedThreadPool(AT_ONCE);
    private final String id = UUID.randomUUID().toString();

    @AfterEach
    void everybodyGoesHome() {
        citizens.shutdownNow();
    }

    @Test
    void theSameItemSentAtTheSameMomentIsOnePetition() throws Exception {
        Callable<Reply> filing = () -> stranger.post("/api/petitions", filing(WORDS));
        List<Future<Reply>> replies = citizens.invokeAll(
                IntStream.range(0, AT_ONCE).mapToObj(n -> filing).toList());
        long created = 0;
        String number = null;
        for (Future<Reply> reply : replies) {
            assertThat(reply.get().status()).isIn(200, 201);
            created += reply.get().status() == 201 ? 1 : 0;
            String named = reply.get().ok().path("number").asText();
            assertThat(number == null || number.equals(named)).isTrue();
            number = named;
        }
        assertThat(created).isOne();
        assertStandsAt(number, "AcceptPetition");
    }

    @Test
    void anotherTextUnderTheSameIdIsRefusedWithoutAHint() {
        String number = stranger.post("/api/petitions", filing(WORDS))
                .ok()
                .path("number")
                .asText();
        Reply refused = stranger.post("/api/petitions", filing(WORDS + "！"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().toString())
                .doesNotContain(number)
                .doesNotContain(id)
                .doesNotContain(WORDS);
        assertThat(operator.caller()
                        .get("/api/petitions/" + number)
                        .ok()
                        .path("text")
                        .asText())
                .isEqualTo(WORDS);
    }

    private Map<String, Object> filing(String text) {
        return Map.of("externalId", id, "text", text);
    }
}
