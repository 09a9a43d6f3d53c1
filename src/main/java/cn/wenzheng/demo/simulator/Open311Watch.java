package cn.wenzheng.demo.simulator;

import cn.wenzheng.access.OneHand;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The citizens' reporting program asks for what has become of their reports, as FixMyStreet does. */
@Simulated("simulatedOpen311Watch")
class Open311Watch extends OneHand {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration BACK = Duration.ofHours(2);

    private final JdbcClient jdbc;
    private final Posts posts;
    private final Replies replies;
    private final Behaviours behaviours;
    private final Wire wire;
    private final Clock clock;
    private Instant looked = Instant.MAX;

    Open311Watch(JdbcClient jdbc, Posts posts, Replies replies, Behaviours behaviours, Wire wire, Clock clock) {
        super("simulated-open311-client", LOOK);
        this.jdbc = jdbc;
        this.posts = posts;
        this.replies = replies;
        this.behaviours = behaviours;
        this.wire = wire;
        this.clock = clock;
    }

    /** It looks once and rests. */
    @Override
    protected boolean step() {
        wire.address()
                .filter(product ->
                        anyReport() && !behaviours.of(Platform.OPEN311).is(Switch.DOWN))
                .ifPresent(this::look);
        return false;
    }

    private boolean anyReport() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM simulated_post WHERE platform = 'open311' AND remote IS NOT NULL)")
                .query(Boolean.class)
                .single();
    }

    void look(String product) {
        askForNumbers(product);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant usual = now.minus(BACK);
        Instant since = looked.isBefore(usual) ? looked : usual;
        String query = "?api_key=" + Registry.OPEN311_KEY + "&start_date=" + encoded(since) + "&end_date="
                + encoded(now.plusSeconds(1));
        wire.call(Wire.to(product + Open311Caller.ROOT + "/servicerequestupdates.json" + query)
                        .GET())
                .filter(answer -> answer.status() == 200)
                .ifPresent(answer -> {
                    Open311Words.read(answer.body()).forEach(this::keep);
                    looked = now;
                });
    }

    private static String encoded(Instant at) {
        return URLEncoder.encode(at.toString(), StandardCharsets.UTF_8);
    }

    private void keep(JsonNode update) {
        String text = update.path("description").asText("");
        if (text.isBlank() || text.equals("null")) {
            return;
        }
        String number = update.path("service_request_id").asText();
        jdbc.sql("SELECT account, person FROM simulated_post WHERE platform = 'open311' AND remote = ? LIMIT 1")
                .param(number)
                .query((row, rows) -> new Replies.Told(
                        Platform.OPEN311,
                        String.valueOf(row.getString("account")),
                        String.valueOf(row.getString("person")),
                        "update",
                        text,
                        number,
                        update.path("update_id").asText()))
                .optional()
                .ifPresent(told -> replies.add(told, clock.instant()));
    }

    /** A report that was taken as a batch gets its number later. */
    private void askForNumbers(String product) {
        posts.newest(Platform.OPEN311, 20).forEach(post -> {
            String remote = String.valueOf(post.remote());
            if (remote.startsWith(Open311Caller.TOKEN)) {
                String token = remote.substring(Open311Caller.TOKEN.length());
                wire.call(Wire.to(product + Open311Caller.ROOT + "/tokens/" + token + ".json")
                                .GET())
                        .flatMap(answer -> Open311Words.number(answer.body(), "service_request_id"))
                        .ifPresent(number -> posts.give(post, number));
            }
        });
    }
}
