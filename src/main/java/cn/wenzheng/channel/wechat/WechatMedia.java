package cn.wenzheng.channel.wechat;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.MediaSource;
import cn.wenzheng.channel.PlatformHttp;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Fetches pictures, recordings and films, which WeChat deletes three days after they were sent.
 *
 * <p>Not by the library: it takes every JSON for an error and so cannot follow the address that stands for a film.
 */
@Component
class WechatMedia implements MediaSource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WechatServices services;
    private final PlatformHttp http;

    WechatMedia(WechatServices services, PlatformHttp http) {
        this.services = services;
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.WECHAT;
    }

    @Override
    public Optional<InputStream> fetch(MediaRef media, Account account) {
        try {
            WxMpService service = services.of(account);
            PlatformHttp.Answer answer = ask(media, account, service);
            if (isJson(answer) && WechatErrors.isToken(codeOf(answer))) {
                service.getWxMpConfigStorage().expireAccessToken();
                answer = ask(media, account, service);
            }
            return contentOf(answer);
        } catch (WxErrorException noToken) {
            throw later("token");
        } catch (PlatformHttp.NotWritten | PlatformHttp.NoAnswer failed) {
            throw later("no-answer");
        }
    }

    private PlatformHttp.Answer ask(MediaRef media, Account account, WxMpService service) throws WxErrorException {
        return get(URI.create(WechatServices.hostOf(account) + "/cgi-bin/media/get?access_token="
                + URLEncoder.encode(service.getAccessToken(), StandardCharsets.UTF_8) + "&media_id="
                + URLEncoder.encode(media.id(), StandardCharsets.UTF_8)));
    }

    private PlatformHttp.Answer get(URI address) {
        return http.call(HttpMethod.GET, address, Map.of(), new byte[0]);
    }

    private Optional<InputStream> contentOf(PlatformHttp.Answer answer) {
        if (answer.status() >= 500) {
            throw later("" + answer.status());
        }
        if (answer.status() != 200) {
            return Optional.empty();
        }
        if (!isJson(answer)) {
            return Optional.of(new ByteArrayInputStream(answer.body()));
        }
        int code = codeOf(answer);
        if (code == -1 || WechatErrors.isToken(code)) {
            throw later("" + code);
        }
        return code == 0 ? filmOf(answer) : Optional.empty();
    }

    /** A film is told by an address of the platform, without our token; only by https, whatever the answer says. */
    private Optional<InputStream> filmOf(PlatformHttp.Answer answer) {
        try {
            URI address = new URI(read(answer).path("video_url").asText());
            PlatformHttp.Answer film = "https".equals(address.getScheme()) ? get(address) : answer;
            return film.status() == 200 && !isJson(film)
                    ? Optional.of(new ByteArrayInputStream(film.body()))
                    : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static int codeOf(PlatformHttp.Answer answer) {
        return read(answer).path("errcode").asInt();
    }

    private static boolean isJson(PlatformHttp.Answer answer) {
        MediaType type = answer.headers().getContentType();
        return type != null && (type.getSubtype().contains("json") || type.isCompatibleWith(MediaType.TEXT_PLAIN));
    }

    private static JsonNode read(PlatformHttp.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw later("not-json");
        }
    }

    private static UncheckedIOException later(String why) {
        return new UncheckedIOException(new IOException(why));
    }
}
