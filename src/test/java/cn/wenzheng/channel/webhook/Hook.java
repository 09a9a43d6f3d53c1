package cn.wenzheng.channel.webhook;

import cn.wenzheng.access.Sentences;
import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.RawRequest;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Another system with its secret, and what reads its requests in the product. */
final class Hook {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String OTHER = "whsec_ZGVtby13ZW56aGVuZy1zZWNyZXQtMDAwMDAwMDA=";
    static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Hook() {}

    static WebhookIntake intake() {
        return new WebhookIntake(strict(), sentences());
    }

    /** As the product reads JSON at every door. */
    static ObjectMapper strict() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(JacksonAutoConfiguration.class, Class.forName("cn.wenzheng.access.api.StrictJson"));
            context.refresh();
            return context.getBean(ObjectMapper.class);
        } catch (ClassNotFoundException moved) {
            throw new AssertionError(moved);
        }
    }

    private static Sentences sentences() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean("messageSource", ResourceBundleMessageSource.class, () -> messages);
            context.register(Sentences.class);
            context.refresh();
            return context.getBean(Sentences.class);
        }
    }

    static Account account(String... secrets) {
        return account(Map.of(), secrets);
    }

    static Account account(Map<String, String> settings, String... secrets) {
        return new Account(
                9,
                Channel.WEBHOOK,
                "hotline",
                "0000",
                "热线",
                "hotline",
                settings,
                Map.of("secret", secrets.length == 0 ? List.of(SECRET) : List.of(secrets)));
    }

    static RawRequest request(String id, Instant at, String body) {
        return signed(SECRET, id, at.getEpochSecond(), body, body);
    }

    /** @param sent what leaves; {@code body} is what was signed */
    static RawRequest signed(String secret, String id, long second, String body, String sent) {
        String signature = WebhookSignature.sign(secret, id, second, body.getBytes(StandardCharsets.UTF_8));
        return raw(id, Long.toString(second), String.valueOf(signature), sent.getBytes(StandardCharsets.UTF_8));
    }

    static RawRequest raw(String id, String second, String signature, byte[] body) {
        return new RawRequest(
                "POST",
                "/channels/webhook/hotline",
                "",
                Map.of(
                        "webhook-id", List.of(id),
                        "webhook-timestamp", List.of(second),
                        "webhook-signature", List.of(signature)),
                body,
                NOW);
    }

    static String submitted(String data) {
        return "{\"id\":\"msg_1\",\"type\":\"petition.submitted\",\"source\":\"urn:hotline\","
                + "\"time\":\"2026-03-10T09:59:58+08:00\",\"specversion\":\"1.0\",\"data\":" + data + "}";
    }
}
