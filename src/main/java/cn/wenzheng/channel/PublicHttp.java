package cn.wenzheng.channel;

import cn.wenzheng.channel.PlatformHttp.Answer;
import cn.wenzheng.channel.PlatformHttp.NoAnswer;
import cn.wenzheng.channel.PlatformHttp.NotWritten;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Calls addresses that strangers have named: a picture's, another system's.
 *
 * <p>A host's name is resolved once and the call goes to what was checked, so that no second answer of a name server leads
 * inside; nothing that is not public is called, no redirect is followed, and the whole answer comes within {@link #WHOLE}
 * seconds or not at all. In the demo city the simulated platforms of the same node may be called, too.
 */
@Component
public class PublicHttp implements DisposableBean {

    private static final int CONNECT = 3;
    private static final int WHOLE = 15;

    private final PlatformHttp own;
    private final Predicate<URI> ours;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService patience = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "patience");
        thread.setDaemon(true);
        return thread;
    });

    @Autowired
    PublicHttp(PlatformHttp own, Environment environment) {
        this(own, address -> isSimulator(address, environment), PublicAddress::of);
    }

    PublicHttp(PlatformHttp own, Predicate<URI> ours, Names names) {
        this.own = own;
        this.ours = ours;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Checked(names))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(CONNECT))
                                .setSocketTimeout(Timeout.ofSeconds(WHOLE))
                                .build())
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }

    /** The address is not on the web, or leads inside. */
    public static final class Forbidden extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Forbidden() {
            super("address not public");
        }
    }

    /** Who knows where a host's name leads to. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * One call.
     *
     * @param most the most bytes of an answer; one that is longer counts as none
     * @throws Forbidden when the address may not be called
     * @throws NotWritten when nothing has left
     * @throws NoAnswer when it has left and no whole answer came in time
     */
    public Answer call(HttpMethod method, URI address, Map<String, String> headers, byte[] body, int most) {
        if (ours.test(address)) {
            return own.call(method, address, headers, body);
        }
        if (!PublicAddress.isWeb(address)) {
            throw new Forbidden();
        }
        HttpUriRequestBase request = new HttpUriRequestBase(method.name(), address);
        headers.forEach(request::addHeader);
        if (body.length > 0) {
            request.setEntity(new ByteArrayEntity(body, (ContentType) null));
        }
        return within(request, most);
    }

    private Answer within(HttpUriRequestBase request, int most) {
        Future<?> end = patience.schedule(request::cancel, WHOLE, TimeUnit.SECONDS);
        try {
            return client.execute(request, answer -> read(answer, most));
        } catch (PublicAddress.NotPublic inside) {
            throw new Forbidden();
        } catch (IOException failed) {
            throw PlatformHttp.nothingLeft(failed) ? new NotWritten(failed) : new NoAnswer(failed);
        } finally {
            end.cancel(false);
        }
    }

    private static Answer read(ClassicHttpResponse answer, int most) throws IOException {
        HttpHeaders headers = new HttpHeaders();
        answer.headerIterator().forEachRemaining(header -> headers.add(header.getName(), header.getValue()));
        if (answer.getEntity() == null) {
            return new Answer(answer.getCode(), headers, new byte[0]);
        }
        try (InputStream content = answer.getEntity().getContent()) {
            byte[] bytes = content.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException("answer too large");
            }
            return new Answer(answer.getCode(), headers, bytes);
        }
    }

    private static boolean isSimulator(URI address, Environment environment) {
        return environment.acceptsProfiles(Profiles.of("demo"))
                && "http".equals(address.getScheme())
                && "127.0.0.1".equals(address.getHost())
                && String.valueOf(address.getPort()).equals(environment.getProperty("local.server.port"))
                && address.normalize().getPath().startsWith("/simulator/");
    }

    @Override
    public void destroy() throws IOException {
        patience.shutdownNow();
        client.close();
    }

    private record Checked(Names names) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return names.of(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
