package cn.wenzheng.access.setup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.WithDatabase;
import cn.wenzheng.city.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** How a real city begins on an empty database. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=false")
@WithDatabase
@ActiveProfiles("production")
class SetupTest {

    private static final String PASSWORD = "Yinzhou-Spring-2026";
    private static final Pattern CODE = Pattern.compile("setup code: ([2-9A-Z]{4}(-[2-9A-Z]{4}){3})");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SetupCodes codes;

    private Visitor caller;

    @BeforeEach
    void arrives() {
        caller = new Visitor(port);
    }

    /** Told as one story, as a city begins once. */
    @Test
    void whoReadsTheLogMakesTheCentreAndTheFirstAdministratorOnce(CapturedOutput log) {
        Matcher printed = CODE.matcher(log.getAll());
        assertThat(printed.find()).isTrue();
        String code = printed.group(1);
        assertThat(log.getAll()).contains("http://127.0.0.1:" + port + "/setup");
        assertThat(jdbc.sql("SELECT hash FROM setup_code").query(String.class).single())
                .doesNotContain(code.substring(0, 4));
        assertThat(caller.get("/setup").body()).contains("首次设置", "中心名称");

        // Wrong codes are refused, and after ten the door rests, even to the right one.
        for (int guess = 0; guess < 10; guess++) {
            HttpResponse<String> wrong = api("2222-2222-2222-2222", PASSWORD);
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("/problems/setup-code-wrong", "\"field\":\"code\"");
        }
        assertThat(api(code, PASSWORD).statusCode()).isEqualTo(429);
        jdbc.sql("DELETE FROM attempt").update();

        // A refusal of anything else leaves the code as it was.
        assertThat(api(code, "short").body()).contains("/problems/password-short", "至少要有 12 个字符");
        assertThat(api(code, "123456789012").body()).contains("/problems/password-common");
        HttpResponse<String> page = form(code, "Something-else-2026");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("两次输入的密码不一样", "value=\"银州市民生诉求中心\"").doesNotContain(code, PASSWORD);

        // A code of the other node is as good as ours.
        HttpResponse<String> done = form(codes.make().toLowerCase(), PASSWORD);
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(done.headers().firstValue("Location").orElse("")).endsWith("/login?ready");
        assertThat(caller.get("/api/me", Visitor.basic("chen", PASSWORD)).body())
                .contains("\"roles\":[\"admin\"]", "\"unit\":\"0000\"");
        assertThat(jdbc.sql("SELECT actor || ' ' || after::text FROM journal WHERE action = 'city-set-up'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("chen ")
                .contains("\"unit\": \"0000\"", "\"person\": \"chen\"");

        // Then there is no such door.
        assertThat(caller.get("/setup").statusCode()).isEqualTo(404);
        assertThat(form(code, PASSWORD).statusCode()).isEqualTo(404);
        assertThat(api(code, PASSWORD).statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("SELECT count(*) FROM setup_code")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private HttpResponse<String> api(String code, String password) {
        return caller.post("/api/setup", """
                {"code":"%s","unitCode":"0000","unitName":"银州市民生诉求中心","account":"chen","name":"陈","password":"%s"}
                """.formatted(code, password));
    }

    private HttpResponse<String> form(String code, String repeat) {
        return caller.form(
                "/setup",
                Map.of(
                        "code", code,
                        "unitCode", "0000",
                        "unitName", "银州市民生诉求中心",
                        "account", "chen",
                        "name", "陈",
                        "password", PASSWORD,
                        "repeat", repeat));
    }
}
