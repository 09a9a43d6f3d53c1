package cn.wenzheng.channel.open311;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.MediaSource;
import cn.wenzheng.channel.PlatformHttp;
import cn.wenzheng.channel.PublicHttp;
import cn.wenzheng.petition.Arrivals;
import cn.wenzheng.petition.Channel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Fetches the pictures that a request names by address, when the request is long answered: only from where all the world may,
 * and no redirect is followed.
 */
@Component
class Media implements MediaSource {

    /** The most pictures of one request. */
    static final int MOST = 10;

    private static final int ADDRESS = 2_000;

    private final PublicHttp http;

    Media(PublicHttp http) {
        this.http = http;
    }

    static boolean isAddress(String given) {
        try {
            URI address = URI.create(given);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null && given.length() <= ADDRESS;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    @Override
    public Channel channel() {
        return Channel.OPEN311;
    }

    @Override
    public Optional<InputStream> fetch(MediaRef media, Account account) {
        try {
            PlatformHttp.Answer answer = http.call(
                    HttpMethod.GET,
                    URI.create(media.id()),
                    Map.of("Accept", "image/*"),
                    new byte[0],
                    Arrivals.MEGABYTES * 1024 * 1024);
            if (answer.status() >= 500) {
                throw new UncheckedIOException(new IOException("status " + answer.status()));
            }
            return answer.status() == 200 ? Optional.of(new ByteArrayInputStream(answer.body())) : Optional.empty();
        } catch (PublicHttp.Forbidden inside) {
            return Optional.empty();
        } catch (PlatformHttp.NotWritten | PlatformHttp.NoAnswer unreachable) {
            throw new UncheckedIOException(new IOException("not reached"));
        }
    }
}
