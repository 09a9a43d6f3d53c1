package cn.wenzheng.channel.weibo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.channel.Arrival;
import cn.wenzheng.channel.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever a stranger sends is answered and throws nothing. */
class AnyPushTest {

    private final WeiboPush weibo = new WeiboPush(Weibo.settings());

    @Property(tries = 400)
    void refusesAnythingUnsigned(@ForAll @Size(max = 300) byte[] body, @ForAll String query) {
        Arrival arrival = accept(query, body);

        assertThat(arrival.ack().status()).isEqualTo(403);
        assertThat(arrival.items()).isEmpty();
    }

    @Property(tries = 400)
    void readsOrRefusesAnySignedBytes(@ForAll @Size(max = 300) byte[] body) {
        assertThat(accept(Weibo.signed(Weibo.SECRET, Weibo.NOW), body).ack().status())
                .isIn(200, 400);
    }

    @Property(tries = 400)
    void readsAnyWordsInAnyField(@ForAll String text, @ForAll String type, @ForAll String told) {
        for (String kind : new String[] {"text", "position", "voice", "image", "event", "mention", type}) {
            String body = WeiboJson.write(Map.of(
                    "type",
                    kind,
                    "receiver_id",
                    Weibo.UID,
                    "sender_id",
                    Weibo.CITIZEN,
                    "created_at",
                    "Tue Mar 10 09:59:58 +0800 2026",
                    "text",
                    text,
                    "data",
                    Map.of("subtype", told, "key", told, "latitude", told, "tovfid", told)));
            Arrival arrival = accept(Weibo.signed(Weibo.SECRET, Weibo.NOW), body.getBytes(StandardCharsets.UTF_8));

            assertThat(arrival.ack().status()).isEqualTo(200);
            assertThat(arrival.items())
                    .allSatisfy(item -> assertThat(item.externalId()).hasSizeLessThan(100));
        }
    }

    @Property(tries = 200)
    void breaksAtNoPlaceOfAGoodPush(@ForAll byte wrong, @ForAll int place) {
        byte[] body = Weibo.json("position", "新华街", "{\"longitude\":\"106.27\",\"latitude\":\"38.47\"}")
                .getBytes(StandardCharsets.UTF_8);
        body[Math.floorMod(place, body.length)] = wrong;

        assertThat(accept(Weibo.signed(Weibo.SECRET, Weibo.NOW), body).ack().status())
                .isIn(200, 400, 403);
    }

    private Arrival accept(String query, byte[] body) {
        return weibo.accept(
                new RawRequest("POST", "/channels/weibo/wenzheng", query, Map.of(), body, Weibo.NOW),
                Weibo.account(),
                Weibo.CLOCK);
    }
}
