package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PlatformHttp;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** One call of Weibo's open interface, in the account's name. */
@Component
class WeiboApi {

    private static final Map<String, String> FORM =
            Map.of("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");

    private final PlatformHttp http;
    private final WeiboSettings settings;

    WeiboApi(PlatformHttp http, WeiboSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** Reads; the path is the platform's, without its ending. */
    WeiboSaid get(Account account, String path, Map<String, String> parameters, Instant now) {
        String token = account.secret("access-token");
        return token == null
                ? WeiboSaid.trouble(new Outcome.TokenInvalid("no-token"))
                : read(address(apiHost(account), path, account, query(parameters, token)), account, now);
    }

    /** Comments; token and words stand in the body, where no log of an address finds them. */
    WeiboSaid post(Account account, String path, Map<String, String> parameters, Instant now) {
        return post(apiHost(account), path, account.secret("access-token"), account, parameters, now);
    }

    /** Writes a private message; the fan service may have given a token of its own. */
    WeiboSaid message(Account account, Map<String, String> parameters, Instant now) {
        String own = account.secret("push-token");
        String host = isByContract(account) ? apiHost(account) : messageHost(account);
        String token = own == null ? account.secret("access-token") : own;
        return post(host, "2/messages/reply", token, account, parameters, now);
    }

    /** The bytes of a file that was sent privately. */
    PlatformHttp.Answer file(Account account, String id, String token) {
        String host = setting(account, "hosts.upload", settings.hosts().upload());
        return http.call(
                HttpMethod.GET,
                URI.create(host + "/2/mss/msget?" + query(Map.of("fid", id), token)),
                Map.of(),
                new byte[0]);
    }

    static boolean isByContract(Account account) {
        return "contract".equals(account.settings().get("quota"));
    }

    static String setting(Account account, String name, String otherwise) {
        String value = account.settings().get(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private WeiboSaid post(
            String host,
            String path,
            @Nullable String token,
            Account account,
            Map<String, String> parameters,
            Instant now) {
        if (token == null) {
            return WeiboSaid.trouble(new Outcome.TokenInvalid("no-token"));
        }
        byte[] form = query(parameters, token).getBytes(StandardCharsets.UTF_8);
        return call(HttpMethod.POST, address(host, path, account, ""), FORM, form, account, now);
    }

    private WeiboSaid read(URI address, Account account, Instant now) {
        return call(HttpMethod.GET, address, Map.of(), new byte[0], account, now);
    }

    private WeiboSaid call(
            HttpMethod method, URI address, Map<String, String> headers, byte[] body, Account account, Instant now) {
        try {
            return WeiboSaid.of(http.call(method, address, headers, body), isByContract(account), now);
        } catch (PlatformHttp.NotWritten notWritten) {
            return WeiboSaid.trouble(new Outcome.NotNow(null, "not-connected"));
        } catch (PlatformHttp.NoAnswer noAnswer) {
            return WeiboSaid.trouble(new Outcome.Unknown("no-answer"));
        }
    }

    private String apiHost(Account account) {
        String usual = isByContract(account)
                ? settings.hosts().contract()
                : settings.hosts().api();
        return setting(account, "hosts.api", usual);
    }

    private String messageHost(Account account) {
        return setting(account, "hosts.message", settings.hosts().message());
    }

    private static URI address(String host, String path, Account account, String query) {
        String ending = isByContract(account) ? "/biz.json" : ".json";
        return URI.create(host + "/" + path + ending + (query.isEmpty() ? "" : "?" + query));
    }

    private static String query(Map<String, String> parameters, String token) {
        return "access_token=" + encoded(token)
                + parameters.entrySet().stream()
                        .map(each -> "&" + each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
