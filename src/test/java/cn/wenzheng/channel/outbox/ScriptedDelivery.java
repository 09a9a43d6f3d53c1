package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Delivery;
import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PlatformHttp;
import cn.wenzheng.channel.PlatformHttp.Answer;
import cn.wenzheng.channel.Reply;
import cn.wenzheng.petition.Channel;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Speaks to {@link cn.wenzheng.ScriptedPlatform} over real HTTP; means, limit and rule are settings of the account.
 */
@Component
@Order(0)
@Profile("scripted-platform")
class ScriptedDelivery implements Delivery {

    private final PlatformHttp http;
    private final Environment environment;

    ScriptedDelivery(PlatformHttp http, Environment environment) {
        this.http = http;
        this.environment = environment;
    }

    @Override
    public Channel channel() {
        return Channel.WEIBO;
    }

    @Override
    public List<Means> means(Account account, boolean publicSource, String occasion) {
        return Stream.of(account.settings().getOrDefault("means", "COMMENT").split(","))
                .filter(means -> !means.isEmpty())
                .map(Means::valueOf)
                .toList();
    }

    @Override
    public TextLimit limit(Account account, Means means) {
        int most = Integer.parseInt(account.settings().getOrDefault("most", "2000"));
        return new TextLimit() {
            @Override
            public int most() {
                return most;
            }

            @Override
            public int length(String text) {
                return text.codePointCount(0, text.length());
            }
        };
    }

    @Override
    public int allowance(Account account, Reply.Contact contact, Means means, Instant now) {
        String allowed = account.settings().get("allowance");
        return allowed == null || means.isPublic() ? Integer.MAX_VALUE : Integer.parseInt(allowed);
    }

    @Override
    public AfterUnknown afterUnknown(Means means) {
        return AfterUnknown.valueOf(environment.getProperty("scripted.rule", "READ_BACK"));
    }

    @Override
    public List<Duration> tries() {
        return List.of(Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    @Override
    public Outcome deliver(Reply reply, Account account) {
        return ask(account, "say", reply);
    }

    @Override
    public Outcome readBack(Reply reply, Account account) {
        return ask(account, "look", reply);
    }

    private Outcome ask(Account account, String what, Reply reply) {
        String query = "?key=" + reply.key() + "&means=" + reply.means() + "&again=" + reply.afterUnknown() + "&words="
                + URLEncoder.encode(reply.text(), StandardCharsets.UTF_8);
        try {
            Answer answer = http.call(
                    HttpMethod.POST, URI.create(account.address() + "/" + what + query), Map.of(), new byte[] {1});
            return outcome(new String(answer.body(), StandardCharsets.UTF_8).split(" "));
        } catch (PlatformHttp.NotWritten nothing) {
            return new Outcome.NotNow(null, "not-written");
        } catch (PlatformHttp.NoAnswer lost) {
            return new Outcome.Unknown("no-answer");
        }
    }

    private static Outcome outcome(String[] words) {
        return switch (words[0]) {
            case "sent" -> new Outcome.Sent(words[1]);
            case "wait" -> new Outcome.NotNow(Instant.parse(words[1]), "limit");
            case "busy" -> new Outcome.NotNow(null, "busy");
            case "token" -> new Outcome.TokenInvalid("21327");
            case "window" -> new Outcome.WindowClosed("26403");
            case "gone" -> new Outcome.TargetGone(words[1]);
            case "refused" -> new Outcome.Refused(words[1], "words");
            case "shut" -> new Outcome.Refused(words[1], Outcome.Refused.RECIPIENT);
            case "twice" -> new Outcome.Duplicate("20019");
            default -> new Outcome.Unknown(words[0]);
        };
    }
}
