package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A platform that pushes, played by its published protocol with other libraries than the product's own words. */
interface PushSide {

    /** A secret: what the platform signs with, and what the city proves it by. */
    record Key(String signs, String proves) {

        static Key same(String word) {
            return new Key(word, word);
        }
    }

    /**
     * What is said.
     *
     * @param to who the account is on the platform
     * @param at when it is said and signed
     */
    record Words(String to, String person, String id, String type, String text, Instant at) {

        Words ofType(String other) {
            return new Words(to, person, id, other, text, at);
        }

        Words toAnother(String address) {
            return new Words(address, person, id, type, text, at);
        }

        Words at(Instant other) {
            return new Words(to, person, id, type, text, other);
        }
    }

    /** What stands in the request, its address apart. */
    record Push(String method, String query, Map<String, String> headers, byte[] body) {

        static Push post(String query, Map<String, String> headers, String body) {
            return new Push("POST", query, headers, body.getBytes(StandardCharsets.UTF_8));
        }

        HttpRequest to(String address) {
            return to(address, BodyPublishers.ofByteArray(body));
        }

        HttpRequest to(String address, BodyPublisher sent) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "?" + query));
            headers.forEach(request::header);
            return request.method(method, sent).build();
        }

        Push with(String header, String value) {
            Map<String, String> other = new HashMap<>(headers);
            other.put(header, value);
            return new Push(method, query, other, body);
        }
    }

    Channel channel();

    /** The name of the secret that proves a push. */
    String secret();

    /** The demo account's. */
    Key of(Account account);

    /** Another one. */
    Key fresh();

    /** The platform's id of a person. */
    String person(int number);

    /** The type of a message in words. */
    String text();

    Push push(Words words, Key key);

    /** How the platform asks whether the address is the city's. */
    Push verification(Words words, Key key);

    /** The same with something missing that has to be there. */
    Push halfVerification(Words words, Key key);

    boolean isVerified(HttpResponse<String> answer);

    /** What the platform takes for "received, do not repeat". */
    boolean isReceived(HttpResponse<String> answer);

    /** True where the time of the try is signed and binding. */
    boolean refusesOld();
}
