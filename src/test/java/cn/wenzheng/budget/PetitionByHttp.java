package cn.wenzheng.budget;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Carries petitions through the product's HTTP API, as a citizen and the staff would. */
public final class PetitionByHttp {

    private static final String OPERATOR = "operator";
    private static final String REVIEWER = "reviewer";

    /** Who is in hand of the petition: a unit's handler bears the unit's code. */
    private final String unit;

    private final String topic;
    private final String password;
    private final URI server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    public PetitionByHttp(int port, String unit, String topic, String password) {
        this.server = URI.create("http://127.0.0.1:" + port);
        this.unit = unit;
        this.topic = topic;
        this.password = password;
    }

    /** Files a petition at the portal and gives its number. */
    public String file() throws IOException, InterruptedException {
        String body = """
                {"externalId": "%s", "kind": "help", "title": "路灯不亮", "text": "学院路路灯三天不亮。",
                 "petitioner": {"name": "李明", "phone": "13912345678"}}""".formatted(UUID.randomUUID());
        return json.readTree(send(request("/api/petitions").POST(BodyPublishers.ofString(body)), 201))
                .get("number")
                .asText();
    }

    /** Carries one petition from the portal into the unit's hands. */
    public String bringToUnit() throws IOException, InterruptedException {
        String number = file();
        command(number, OPERATOR, "accept", "{\"kind\": \"help\", \"category\": \"" + topic + "\"}");
        command(number, "dispatcher", "assign", "{\"lead\": \"" + unit + "\"}");
        return number;
    }

    /** Carries one petition from the portal to its close. */
    public void carryOne() throws IOException, InterruptedException {
        String number = bringToUnit();
        command(number, unit, "handle", "{\"answer\": \"灯泡已更换。\", \"publicAnswer\": \"您反映的路灯已修复。\", \"solved\": true}");
        command(number, REVIEWER, "review", "{\"pass\": true}");
        command(
                number,
                REVIEWER,
                "close",
                "{\"reached\": true, \"contacted\": true, \"solved\": true, \"satisfaction\": \"satisfied\"}");
    }

    /** Sends a CSV file with one petition a line and waits until all are taken in. */
    public void importAll(String file) throws IOException, InterruptedException {
        String boundary = "--part--";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"many.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--" + boundary + "--\r\n";
        HttpRequest.Builder upload = as(OPERATOR, HttpRequest.newBuilder(server.resolve("/api/import")))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body));
        String run = "/api/import/" + json.readTree(send(upload, 202)).get("id").asText();
        Awaitility.await()
                .atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    String state = json.readTree(send(as(OPERATOR, request(run)).GET(), 200))
                            .get("state")
                            .asText();
                    return !state.equals("running");
                });
    }

    /** Reads a list and gives its items. */
    public JsonNode list(String account, String path) throws IOException, InterruptedException {
        return json.readTree(send(as(account, request(path)).GET(), 200)).get("items");
    }

    /** Asks for the unread figure as the pages do. */
    public int figure(String account) throws IOException, InterruptedException {
        return json.readTree(send(as(account, request("/api/notices/unread")).GET(), 200))
                .get("unread")
                .asInt();
    }

    private void command(String number, String account, String step, String body)
            throws IOException, InterruptedException {
        send(as(account, request("/api/petitions/" + number + "/" + step)).POST(BodyPublishers.ofString(body)), 204);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder as(String account, HttpRequest.Builder request) {
        byte[] login = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }

    private String send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IOException(response.statusCode() + " instead of " + expected + " from " + response.uri() + ": "
                    + response.body());
        }
        return response.body();
    }
}
