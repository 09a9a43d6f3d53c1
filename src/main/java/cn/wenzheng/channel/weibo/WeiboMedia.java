package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.MediaSource;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PlatformHttp;
import cn.wenzheng.petition.Channel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Fetches what was sent privately by its file id, and pictures of posts by their address: only from Weibo's own picture hosts
 * and, unless the account says otherwise, only over TLS.
 */
@Component
class WeiboMedia implements MediaSource {

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** The picture hosts show nothing to who does not come from a page of Weibo's. */
    private static final Map<String, String> FROM_WEIBO = Map.of("Referer", "https://weibo.com/");

    private final WeiboApi api;
    private final PlatformHttp http;
    private final WeiboSettings settings;
    private final Clock clock;

    WeiboMedia(WeiboApi api, PlatformHttp http, WeiboSettings settings, Clock clock) {
        this.api = api;
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    static boolean isFile(String id) {
        return FILE.matcher(id).matches();
    }

    @Override
    public Channel channel() {
        return Channel.WEIBO;
    }

    @Override
    public Optional<InputStream> fetch(MediaRef media, Account account) {
        try {
            return isFile(media.id()) ? file(media.id(), account) : picture(media.id(), account);
        } catch (PlatformHttp.NotWritten | PlatformHttp.NoAnswer failed) {
            throw later("no-answer");
        }
    }

    private Optional<InputStream> file(String id, Account account) {
        String token = account.secret("access-token");
        if (token == null) {
            throw later("no-token");
        }
        return content(api.file(account, id, token), account, clock.instant());
    }

    private Optional<InputStream> picture(String address, Account account) {
        URI allowed = allowed(address, account);
        return allowed == null
                ? Optional.empty()
                : content(http.call(HttpMethod.GET, allowed, FROM_WEIBO, new byte[0]), account, clock.instant());
    }

    /** An error comes as words; where it is one of the quota or of the token, the picture is asked for again. */
    private static Optional<InputStream> content(PlatformHttp.Answer answer, Account account, Instant now) {
        MediaType type = answer.headers().getContentType();
        boolean words = type != null
                && (type.getSubtype().contains("json") || type.getType().equals("text"));
        if (answer.status() == 200 && !words && answer.body().length > 0) {
            return Optional.of(new ByteArrayInputStream(answer.body()));
        }
        Outcome trouble =
                WeiboSaid.of(answer, WeiboApi.isByContract(account), now).readingTrouble();
        if (trouble instanceof Outcome.NotNow || trouble instanceof Outcome.TokenInvalid) {
            throw later("not-now");
        }
        return Optional.empty();
    }

    private static UncheckedIOException later(String reason) {
        return new UncheckedIOException(new IOException(reason));
    }

    private @Nullable URI allowed(String address, Account account) {
        URI asked;
        try {
            asked = URI.create(address);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
        if (asked.getHost() == null || asked.getUserInfo() != null) {
            return null;
        }
        if (isOurs(asked, account)) {
            return asked;
        }
        String host = asked.getHost().toLowerCase(Locale.ROOT);
        boolean weibos = settings.pictureHosts().stream().anyMatch(own -> host.equals(own) || host.endsWith("." + own));
        return weibos && asked.getPort() == -1 ? URI.create("https://" + host + asked.getRawPath()) : null;
    }

    /** The hosts that this account is set to, which may stand in the city's own net. */
    private static boolean isOurs(URI asked, Account account) {
        return Stream.of("hosts.api", "hosts.upload", "hosts.message")
                .map(account.settings()::get)
                .anyMatch(host -> host != null && !host.isBlank() && isSame(asked, host));
    }

    private static boolean isSame(URI asked, String host) {
        URI own = URI.create(host);
        return own.getScheme().equals(asked.getScheme())
                && asked.getHost().equalsIgnoreCase(own.getHost())
                && asked.getPort() == own.getPort();
    }
}
