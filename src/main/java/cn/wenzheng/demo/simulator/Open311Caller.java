package cn.wenzheng.demo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A citizen's reporting program: it looks up the services, chooses one and files a report under an id of its own. */
@Simulated("simulatedOpen311Caller")
class Open311Caller implements Caller {

    static final String ROOT = "/open311/v2";

    /** Stands before a token that has to be asked for the number. */
    static final String TOKEN = "token:";

    /** The middle of the demo city. */
    private static final double LATITUDE = 38.4872;

    private static final double LONGITUDE = 106.2309;

    private final Wire wire;
    private final Posts posts;
    private final Behaviours behaviours;

    Open311Caller(Wire wire, Posts posts, Behaviours behaviours) {
        this.wire = wire;
        this.posts = posts;
        this.behaviours = behaviours;
    }

    @Override
    public Platform platform() {
        return Platform.OPEN311;
    }

    @Override
    public boolean tells(Post post, Behaviour behaviour) {
        return true;
    }

    @Override
    public HttpRequest.Builder request(Post post, String product, int tries) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("api_key", Registry.OPEN311_KEY);
        form.put("service_code", service(product, post.text()));
        form.put("lat", String.valueOf(post.latitude() == null ? LATITUDE : post.latitude()));
        form.put("long", String.valueOf(post.longitude() == null ? LONGITUDE : post.longitude()));
        form.put("description", post.text());
        form.put("device_id", post.person());
        if (!behaviours.of(Platform.OPEN311).is(Switch.REPEAT)) {
            form.put("attribute[fixmystreet_id]", String.valueOf(post.id()));
        }
        return Wire.to(product + ROOT + "/requests.json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(AlipayCaller.form(form, StandardCharsets.UTF_8)));
    }

    /** The service one of whose keywords stands in the words; else the first. */
    private String service(String product, String text) {
        JsonNode services = wire.call(Wire.to(product + ROOT + "/services.json").GET())
                .map(answer -> Open311Words.read(answer.body()))
                .filter(JsonNode::isArray)
                .orElseGet(() -> Open311Words.read("[]".getBytes(StandardCharsets.UTF_8)));
        for (JsonNode service : services) {
            boolean fits = Arrays.stream(service.path("keywords").asText().split(","))
                    .anyMatch(keyword -> !keyword.isBlank() && text.contains(keyword));
            if (fits) {
                return service.path("service_code").asText();
            }
        }
        return services.path(0).path("service_code").asText("unknown");
    }

    @Override
    public boolean isReceived(Post post, Wire.Answer answer) {
        Optional<String> number = Open311Words.number(answer.body(), "service_request_id")
                .or(() -> Open311Words.number(answer.body(), "token").map(TOKEN::concat));
        boolean filed = answer.status() / 100 == 2 && number.isPresent();
        if (filed) {
            posts.give(post, number.get());
        }
        return filed;
    }

    @Override
    public Optional<Duration> again(Post post, int tries) {
        return Retries.THREE_TIMES.after(tries);
    }
}
