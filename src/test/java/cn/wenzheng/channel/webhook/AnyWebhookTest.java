package cn.wenzheng.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.channel.Arrival;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever a stranger sends is answered and throws nothing. */
class AnyWebhookTest {

    private static final WebhookIntake INTAKE = Hook.intake();

    @Property(tries = 300)
    void refusesAnythingUnsigned(@ForAll @Size(max = 300) byte[] body, @ForAll String id, @ForAll String signature) {
        Arrival arrival = INTAKE.accept(Hook.raw(id, "1773108000", signature, body), Hook.account(), Hook.CLOCK);

        assertThat(arrival.ack().status()).isEqualTo(403);
        assertThat(arrival.items()).isEmpty();
    }

    @Property(tries = 300)
    void readsOrRefusesAnySignedWords(@ForAll @Size(max = 300) byte[] body) {
        String signature = WebhookSignature.sign(Hook.SECRET, "m", Hook.NOW.getEpochSecond(), body);
        String second = Long.toString(Hook.NOW.getEpochSecond());

        assertThat(INTAKE.accept(Hook.raw("m", second, String.valueOf(signature), body), Hook.account(), Hook.CLOCK)
                        .ack()
                        .status())
                .isIn(204, 422);
    }

    @Property(tries = 300)
    void breaksAtNoPlaceOfAGoodMessage(@ForAll byte wrong, @ForAll int place) {
        byte[] body = Hook.submitted("{\"externalId\":\"H-7\",\"text\":\"路灯\",\"kind\":\"help\",\"lat\":1,\"long\":2}")
                .getBytes(StandardCharsets.UTF_8);
        body[Math.floorMod(place, body.length)] = wrong;

        readsOrRefusesAnySignedWords(body);
    }
}
