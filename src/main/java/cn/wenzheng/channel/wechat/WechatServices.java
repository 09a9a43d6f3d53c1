package cn.wenzheng.channel.wechat;

import cn.wenzheng.channel.Account;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The library's service of each account, with the token it holds; an account with another secret is another one. */
@Component
class WechatServices implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** Longer than a token lives. */
    private static final Duration IDLE = Duration.ofHours(3);

    private static final String HOST = WxMpHostConfig.API_DEFAULT_HOST_URL;

    private final WechatHttp http;
    private final Cache<Who, WxMpService> services =
            Caffeine.newBuilder().maximumSize(5_000).expireAfterAccess(IDLE).build();

    @Autowired
    WechatServices() {
        this(ANSWER);
    }

    WechatServices(Duration answer) {
        this.http = new WechatHttp(answer);
    }

    /** What a token depends on. */
    private record Who(String appid, String secret, String host) {

        /** Never tells the secret. */
        @Override
        public String toString() {
            return appid;
        }
    }

    WxMpService of(Account account) {
        String secret = Objects.requireNonNullElse(account.secret("app-secret"), "");
        return services.get(new Who(account.address(), secret, hostOf(account)), this::make);
    }

    static String hostOf(Account account) {
        return account.settings().getOrDefault("host", HOST);
    }

    private WxMpService make(Who who) {
        WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
        config.setAppId(who.appid());
        config.setSecret(who.secret());
        config.setUseStableAccessToken(true);
        WxMpHostConfig host = new WxMpHostConfig();
        host.setApiHost(who.host());
        config.setHostConfig(host);
        WxMpService service = new OverOurLine(http.client());
        service.setWxMpConfigStorage(config);
        // On the service: of the config's own setting the library takes no notice.
        service.setMaxRetryTimes(0);
        return service;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    /** The library's service over a line that checks certificates and ends in time. */
    private static final class OverOurLine extends WxMpServiceImpl {

        private final CloseableHttpClient client;

        OverOurLine(CloseableHttpClient client) {
            this.client = client;
        }

        @Override
        public CloseableHttpClient getRequestHttpClient() {
            return client;
        }

        /** Would make a line of its own. */
        @Override
        public void initHttp() {}
    }
}
