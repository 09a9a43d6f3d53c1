package cn.wenzheng.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Visitor;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Who the client is behind a proxy, and who may say so. */
class BehindAProxyTest {

    private static final String[] FORWARDED = {
        "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "wenzheng.example"
    };

    @Test
    void theNamedProxyIsBelieved() {
        HttpResponse<String> answer = asked(List.of("127.0.0.1"), FORWARDED);

        assertThat(answer.body()).isEqualTo("203.0.113.7 true");
        assertThat(answer.headers().firstValue("X-Login")).hasValue("https://wenzheng.example/login");
    }

    @Test
    void whatTheClientSaysToTheProxyIsNotBelieved() {
        HttpResponse<String> answer =
                asked(List.of("127.0.0.1"), "X-Forwarded-For", "198.51.100.1, 10.0.0.8", "X-Forwarded-Proto", "https");

        assertThat(answer.body()).isEqualTo("10.0.0.8 true");
    }

    @Test
    void anotherOneIsNotBelieved() {
        assertThat(asked(List.of("127.0.0.2", "::2"), FORWARDED).body()).isEqualTo("127.0.0.1 false");
    }

    @Test
    void withoutTheSettingNobodyIsBelieved() {
        assertThat(asked(List.of(), FORWARDED).body()).isEqualTo("127.0.0.1 false");
    }

    @Test
    void aDotIsADot() {
        assertThat(asked(List.of("127.0.0.."), FORWARDED).body()).isEqualTo("127.0.0.1 false");
    }

    private static HttpResponse<String> asked(List<String> proxies, String... headers) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new BehindAProxy(new ProxySettings(proxies)).customize(factory);
        WebServer server = factory.getWebServer(
                context -> context.addServlet("echo", new Echo()).addMapping("/*"));
        server.start();
        try {
            return new Visitor(server.getPort()).get("/", headers);
        } finally {
            server.stop();
        }
    }

    /** Says what the product's limits and redirects would see. */
    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setHeader(
                    "X-Login", request.getRequestURL().append("login").toString());
            response.getWriter().print(request.getRemoteAddr() + " " + request.isSecure());
        }
    }
}
