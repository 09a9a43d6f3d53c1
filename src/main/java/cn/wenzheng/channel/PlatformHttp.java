package cn.wenzheng.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Calls platforms: connected within 3 seconds, the whole answer within 10 more, no redirect followed, no more of a body read
 * than an answer can need.
 */
@Component
public class PlatformHttp {

    /** The most bytes of an answer; a picture or a page of 200 posts is far below it. */
    public static final int MOST = 12 << 20;

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(10);

    private final RestClient client;

    public PlatformHttp() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(WHOLE);
        client = RestClient.builder().requestFactory(factory).build();
    }

    /** What a platform answered, whatever the status. */
    public record Answer(int status, HttpHeaders headers, byte[] body) {}

    /** Nothing of the request has left: it may be tried again. */
    public static final class NotWritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotWritten(Throwable cause) {
            super(cause.getClass().getName());
        }
    }

    /** Nobody knows whether the request has arrived. */
    public static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswer(Throwable cause) {
            super(cause.getClass().getName());
        }
    }

    /**
     * One call.
     *
     * @throws NotWritten when nothing has left
     * @throws NoAnswer when it has left and no whole answer came in time
     */
    public Answer call(HttpMethod method, URI address, Map<String, String> headers, byte[] body) {
        try {
            RestClient.RequestBodySpec request = client.method(method).uri(address);
            headers.forEach(request::header);
            if (body.length > 0) {
                request.body(body);
            }
            return request.exchange((sent, answer) -> read(answer));
        } catch (ResourceAccessException failed) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(failed);
            throw nothingLeft(failed) ? new NotWritten(cause) : new NoAnswer(cause);
        }
    }

    private static Answer read(ClientHttpResponse answer) throws IOException {
        try (InputStream body = answer.getBody()) {
            byte[] bytes = body.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new IOException("answer too large");
            }
            return new Answer(answer.getStatusCode().value(), answer.getHeaders(), bytes);
        }
    }

    /** Below "connection refused" the client tells of a channel that was closed, too: the whole chain is asked. */
    static boolean nothingLeft(@Nullable Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }
}
