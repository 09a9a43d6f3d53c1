package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Clerk;
import cn.wenzheng.city.Reply;
import cn.wenzheng.city.Visitor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.ActiveProfiles;

/** A city that has nothing but its centre and one administrator moves in by tables. */
@WithDatabase
@ActiveProfiles("moving-in")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "wenzheng.access.account-attempts=1000"})
class MovingInTest {

    private static final String PASSWORD = "only-for-this-test";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private OrganizationDesk organization;

    @Autowired
    private JdbcClient jdbc;

    private Caller stranger;
    private Caller admin;

    @BeforeEach
    void theAdministratorIsThere() {
        stranger = Caller.nobody("http://127.0.0.1:" + port);
        admin = stranger.as("admin", PASSWORD);
        if (organization.units().isEmpty()) {
            String hash = new BCryptPasswordEncoder(4).encode(PASSWORD);
            organization.moveIn(
                    List.of(new Unit("0000", "银州市民生诉求中心", 1, null)),
                    List.of(),
                    Map.of(new Person("admin", "孟望谷", "0000", Set.of(Role.ADMIN)), hash));
        }
    }

    @Test
    void theFourTemplatesAloneMakeACityInWhichAPetitionIsClosed() {
        Map<String, String> passwords = takesTheTemplatesIn();
        assertThat(passwords).containsKeys("shouli1", "zhaoming1").doesNotContainKey("admin");
        assertThat(jdbc.sql("SELECT count(*) FROM person WHERE password_is_new AND id <> 'admin'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(passwords.size());
        assertThat(jdbc.sql("SELECT count(*) FROM journal WHERE action = 'city-imported'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(4);
        everybodyHasChosenHisPassword();

        Citizen citizen = Citizen.files(stranger, "路灯不亮", "门口的路灯不亮了");
        String number = citizen.number();
        new Clerk(as("shouli1", passwords))
                .caller()
                .post("/api/petitions/" + number + "/accept", Map.of("kind", "help", "category", "C0101"))
                .ok();
        new Clerk(as("paidan1", passwords)).assigns(number, "0101").ok();
        new Clerk(as("zhaoming1", passwords)).answers(number, "已修", "您好，已修好").ok();
        Clerk reviewer = new Clerk(as("shenhe1", passwords));
        reviewer.passes(number).ok();
        reviewer.closes(number).ok();
        assertThat(citizen.looks().path("status").asText()).isEqualTo("closed");
    }

    private Map<String, String> takesTheTemplatesIn() {
        Map<String, String> passwords = Map.of();
        for (String kind : List.of("units", "people", "topics", "duties")) {
            String format = kind.equals("people") ? "csv" : "xlsx";
            JsonNode preview =
                    upload(kind, kind + "." + format, template(kind, format)).ok();
            assertThat(preview.path("problems")).isEmpty();
            JsonNode applied = confirm(preview).ok();
            if (!applied.path("accounts").isEmpty()) {
                passwords = StreamSupport.stream(applied.path("accounts").spliterator(), false)
                        .collect(Collectors.toMap(
                                account -> account.path("account").asText(),
                                account -> account.path("password").asText()));
            }
        }
        return passwords;
    }

    /** What the first login asks of each of them is another test's. */
    private void everybodyHasChosenHisPassword() {
        jdbc.sql("UPDATE person SET password_is_new = false").update();
    }

    private Caller as(String account, Map<String, String> passwords) {
        return stranger.as(account, passwords.get(account));
    }

    @Test
    void aHundredUnitsAndFourHundredPeopleComeInOneGoEach() {
        String units = "code,name,level,parent\n" + lines(100, i -> "B%03d,单位%d,1,0000".formatted(i, i));
        String people = "id,name,unit,roles\n"
                + lines(400, i -> "b%03d,人%d,B%03d,%s".formatted(i, i, i / 4, i % 4 == 0 ? "handler|head" : "handler"));

        assertThat(confirm(upload("units", "u.csv", utf8(units)).ok())
                        .ok()
                        .path("created")
                        .asInt())
                .isEqualTo(100);
        JsonNode applied = confirm(upload("people", "p.csv", utf8(people)).ok()).ok();

        assertThat(applied.path("created").asInt()).isEqualTo(400);
        assertThat(applied.path("accounts")).hasSize(400);
        String password = applied.at("/accounts/7/password").asText();
        assertThat(stored(password)).isZero();
        assertThat(upload("people", "p.csv", utf8(people))
                        .ok()
                        .path("unchanged")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void whatIsWrongIsToldByLineAndNothingGoesIn() {
        String rows = "code,name,level,parent\nW1,甲,1,W1\nW2,乙,1,0000\nW2,丙,1,0000\n\"W3,丁,1,0000\n";
        JsonNode preview = upload("units", "w.csv", rows.getBytes(Charset.forName("GB18030")))
                .ok();

        assertThat(preview.path("problems").findValuesAsText("line")).containsExactly("2", "4", "5");
        assertThat(preview.path("problems").toString()).contains("不能是自己的上级", "第 3 行已经出现过", "引号不成对");
        Reply refused = confirm(preview);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("type").asText()).isEqualTo("/problems/city-import-has-errors");
        assertThat(organization.unit("W2")).isEmpty();
    }

    @Test
    void whatWasConfirmedGoesInOnce() {
        JsonNode preview = upload("units", "o.csv", utf8("code,name,level,parent\nO1,甲,1,0000\n"))
                .ok();
        confirm(preview).ok();

        assertThat(confirm(preview).body().path("type").asText()).isEqualTo("/problems/city-import-applied");
        assertThat(organization.unit("O1")).isPresent();
    }

    @Test
    void aPreviewThatIsOutOfDateIsShownAnewBeforeItGoesIn() {
        String rows = "code,name,level,parent\nM1,甲,1,0000\n";
        JsonNode first = upload("units", "m.csv", utf8(rows)).ok();
        confirm(upload("units", "m2.csv", utf8(rows.replace("甲", "乙"))).ok()).ok();

        Reply outOfDate = confirm(first);

        assertThat(outOfDate.status()).isEqualTo(409);
        assertThat(outOfDate.body().path("type").asText()).isEqualTo("/problems/city-changed-meanwhile");
        JsonNode fresh = admin.get("/api/admin/import/" + id(first)).ok();
        assertThat(fresh.at("/changes/0/facts/0/before").asText()).isEqualTo("乙");
        confirm(first).ok();
        assertThat(organization.unitName("M1")).isEqualTo("甲");
    }

    @Test
    void whatIsNoTableOrTooMuchOfOneIsRefused() {
        assertThat(slug(upload("units", "x.csv", new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff})))
                .isEqualTo("/problems/import-unreadable");
        assertThat(slug(upload("units", "x.csv", new byte[0]))).isEqualTo("/problems/import-empty");
        assertThat(slug(upload("units", "x.csv", utf8("code,name,level,parent\n"))))
                .isEqualTo("/problems/city-import-empty");
        assertThat(slug(upload("nothing", "x.csv", utf8("code\n1\n")))).isEqualTo("/problems/field-not-in-list");
        String rows = "code,name,level,parent\n" + lines(20_001, i -> "T%d,单位,1,0000".formatted(i));
        assertThat(slug(upload("units", "x.csv", utf8(rows)))).isEqualTo("/problems/table-too-long");
        assertThat(slug(upload("units", "x.csv", new byte[(5 << 20) + 1])))
                .isEqualTo("/problems/city-import-too-large");
    }

    private static String slug(Reply refused) {
        assertThat(refused.status()).isEqualTo(422);
        return refused.body().path("type").asText();
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private int stored(String password) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM journal WHERE journal::text LIKE '%' || :p || '%')
                             + (SELECT count(*) FROM person WHERE person::text LIKE '%' || :p || '%')
                             + (SELECT count(*) FROM city_import WHERE city_import::text LIKE '%' || :p || '%')""").param("p", password).query(Integer.class).single();
    }

    private Reply confirm(JsonNode preview) {
        return admin.post("/api/admin/import/" + id(preview) + "/confirm", Map.of());
    }

    private static String id(JsonNode preview) {
        return preview.at("/about/id").asText();
    }

    /** The page's address is for browsers: the administrator logs in as one. */
    private byte[] template(String kind, String format) {
        Visitor browser = new Visitor(port);
        browser.logIn("admin", PASSWORD);
        String session = browser.cookies().getCookieStore().getCookies().stream()
                .map(HttpCookie::toString)
                .collect(Collectors.joining("; "));
        String path = "/admin/import/template?kind=" + kind + "&format=" + format;
        return send(HttpRequest.newBuilder(URI.create(admin.address() + path)).header("Cookie", session));
    }

    private Reply upload(String kind, String name, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(utf8("--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n" + kind
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(utf8("\r\n--b--\r\n"));
        HttpRequest.Builder request = request("/api/admin/import")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(admin.address() + path));
        return request.headers(admin.headers().toArray(String[]::new));
    }

    private static byte[] send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }
}
