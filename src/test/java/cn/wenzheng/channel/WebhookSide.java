package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** Another system, signing with the library of Standard Webhooks; it asks for no verification and names no account inside. */
final class WebhookSide implements PushSide {

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public String secret() {
        return "secret";
    }

    @Override
    public Key of(Account account) {
        return Key.same(String.valueOf(account.secret(secret())));
    }

    @Override
    public Key fresh() {
        byte[] word = UUID.randomUUID().toString().substring(0, 24).getBytes(StandardCharsets.UTF_8);
        return Key.same("whsec_" + Base64.getEncoder().encodeToString(word));
    }

    @Override
    public String person(int number) {
        return "of-another-system-" + number;
    }

    @Override
    public String text() {
        return "petition.submitted";
    }

    @Override
    public Push push(Words words, Key key) {
        String body = "{\"type\":\"" + words.type() + "\",\"data\":{\"externalId\":\"" + words.id() + "\",\"text\":\""
                + words.text() + "\"}}";
        long second = words.at().getEpochSecond();
        try {
            String id = "msg_" + words.id();
            String signature = new Webhook(key.signs()).sign(id, second, body);
            Map<String, String> headers = Map.of(
                    "Content-Type",
                    "application/json",
                    "webhook-id",
                    id,
                    "webhook-timestamp",
                    String.valueOf(second),
                    "webhook-signature",
                    signature);
            return Push.post("", headers, body);
        } catch (WebhookSigningException | EmptyWebhookSecretException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Push verification(Words words, Key key) {
        throw new UnsupportedOperationException("nobody verifies the address of a webhook");
    }

    @Override
    public Push halfVerification(Words words, Key key) {
        return verification(words, key);
    }

    @Override
    public boolean isVerified(HttpResponse<String> answer) {
        return false;
    }

    @Override
    public boolean isReceived(HttpResponse<String> answer) {
        return answer.statusCode() == 204;
    }

    @Override
    public boolean refusesOld() {
        return true;
    }

    @Override
    public String toString() {
        return "webhook";
    }
}
