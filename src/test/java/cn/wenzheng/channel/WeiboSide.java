package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import me.chanjar.weixin.common.util.crypto.SHA1;

/** The fan service: the signature stands in the address and covers secret, time and a random word. */
final class WeiboSide implements PushSide {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH)
            .withZone(ZoneId.of("+08:00"));

    @Override
    public Channel channel() {
        return Channel.WEIBO;
    }

    @Override
    public String secret() {
        return "app-secret";
    }

    @Override
    public Key of(Account account) {
        return Key.same(String.valueOf(account.secret(secret())));
    }

    @Override
    public Key fresh() {
        return Key.same("s" + UUID.randomUUID());
    }

    @Override
    public String person(int number) {
        return String.valueOf(7_400_000_000L + number);
    }

    @Override
    public String text() {
        return "text";
    }

    private static String signed(Words words, Key key) {
        String time = String.valueOf(words.at().toEpochMilli());
        return "signature=" + SHA1.gen(key.signs(), time, "57155157") + "&timestamp=" + time + "&nonce=57155157";
    }

    @Override
    public Push push(Words words, Key key) {
        String body = """
                {"type":"%s","receiver_id":%s,"sender_id":%s,"created_at":"%s","text":"%s","data":{}}""".formatted(words.type(), words.to(), words.person(), TIME.format(words.at()), words.text());
        return Push.post(signed(words, key), Map.of("Content-Type", "application/json"), body);
    }

    @Override
    public Push verification(Words words, Key key) {
        return new Push("GET", signed(words, key) + "&echostr=%2B7", Map.of(), new byte[0]);
    }

    @Override
    public Push halfVerification(Words words, Key key) {
        return new Push("GET", "echostr=%2B7&nonce=57155157", Map.of(), new byte[0]);
    }

    @Override
    public boolean isVerified(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && answer.body().equals("+7");
    }

    @Override
    public boolean isReceived(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && answer.body().isEmpty();
    }

    @Override
    public boolean refusesOld() {
        return true;
    }

    @Override
    public String toString() {
        return "weibo";
    }
}
