package cn.wenzheng.channel.wechat;

import cn.wenzheng.channel.PlatformHttp;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * The line to WeChat under the library, which would trust any certificate, follow redirects and wait for ever for an answer
 * that drips: connected within 3 seconds, the whole answer within 10 more, one try, no more bytes than an answer can need.
 */
final class WechatHttp implements AutoCloseable {

    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final int LINES = 20;

    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "wechat-deadline");
        thread.setDaemon(true);
        return thread;
    });
    private final Duration whole;
    private final CloseableHttpClient client;

    /** @param answer how long an answer may take from its first byte to its last */
    WechatHttp(Duration answer) {
        this.whole = answer.plusMillis(CONNECT.toMilliseconds());
        Timeout silence = Timeout.of(answer);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(LINES)
                        .setMaxConnPerRoute(LINES)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(silence)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(silence)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .addExecInterceptorFirst("deadline", this::inTime)
                .build();
    }

    CloseableHttpClient client() {
        return client;
    }

    /** The answer is read here to its end, because the alarm can only cut what runs under it. */
    private ClassicHttpResponse inTime(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Future<?> cut = alarm.schedule(
                () -> ((Cancellable) scope.originalRequest).cancel(), whole.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                response.setEntity(
                        new ByteArrayEntity(read(entity), ContentType.parseLenient(entity.getContentType())));
            }
            return response;
        } finally {
            cut.cancel(false);
        }
    }

    private static byte[] read(HttpEntity entity) throws IOException {
        try (HttpEntity read = entity;
                InputStream content = read.getContent()) {
            byte[] bytes = content.readNBytes(PlatformHttp.MOST + 1);
            if (bytes.length > PlatformHttp.MOST) {
                throw new IOException("answer too large");
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        alarm.shutdownNow();
        client.close();
    }
}
