package cn.wenzheng.city;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Somebody who speaks to the product over HTTP as any program would.
 *
 * @param headers name, value, name, value
 */
public record Caller(String address, List<String> headers) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A stranger. */
    public static Caller nobody(String address) {
        return new Caller(address, List.of());
    }

    /** Somebody with a login. */
    public Caller as(String account, String password) {
        String login = account + ":" + password;
        String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return with("Authorization", "Basic " + basic);
    }

    public Caller with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Caller(address, more);
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply post(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    public Reply put(String path, Map<String, ?> body) {
        return send("PUT", path, body);
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    private Reply send(String method, String path, Map<String, ?> body) {
        try {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    /** Sends a form with files, each under the name the sender gives it. */
    public Reply upload(String path, Upload upload) {
        return send(form(path, upload));
    }

    /** As {@link #upload}, to a page. */
    public HttpResponse<byte[]> submit(String path, Upload upload) {
        return exchange(form(path, upload));
    }

    private HttpRequest.Builder form(String path, Upload upload) {
        return request(path).header("Content-Type", Upload.contentType()).POST(upload.body());
    }

    /** What a browser gets when it saves or shows something. */
    public HttpResponse<byte[]> download(String path) {
        return exchange(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
    }

    private static Reply send(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer = exchange(request);
        try {
            return new Reply(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
