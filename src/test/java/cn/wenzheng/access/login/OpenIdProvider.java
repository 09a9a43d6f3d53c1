package cn.wenzheng.access.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A small OpenID provider: it asks nobody anything and vouches for whom it is told to, in a way that can be spoilt.
 *
 * <p>It is strict with the product: a code is good once, with the secret and with the verifier that fits its challenge.
 */
final class OpenIdProvider {

    static final String CLIENT = "wenzheng";
    static final String SECRET = "a-secret-of-the-test";
    private static final String CODE = "code-1";

    private final RSAKey key = newKey();
    private final RSAKey strange = newKey();
    private final int port;
    private HttpServer server;
    private Map<String, String> asked = Map.of();

    /** The account it vouches for; the groups he is in; what is changed in the token; whether a stranger signs it. */
    String account = "";

    List<String> groups = List.of();
    UnaryOperator<JWTClaimsSet.Builder> spoilt = UnaryOperator.identity();
    boolean signedByAStranger;
    final List<String> complaints = new ArrayList<>();

    OpenIdProvider() {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("key").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** Answers from now on. */
    void comes() {
        if (server != null) {
            return;
        }
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/.well-known/openid-configuration", call -> answer(call, about()));
        server.createContext("/jwks", call -> answer(call, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    void goes() {
        if (server != null) {
            server.stop(0);
        }
    }

    private String about() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/jwks","subject_types_supported":["public"],"response_types_supported":["code"],
                 "id_token_signing_alg_values_supported":["RS256"],
                 "token_endpoint_auth_methods_supported":["client_secret_basic"]}""".formatted(issuer());
    }

    private void authorize(HttpExchange call) throws IOException {
        asked = fields(call.getRequestURI().getRawQuery());
        call.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=" + CODE + "&state=" + asked.get("state"));
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private void token(HttpExchange call) throws IOException {
        Map<String, String> shown = fields(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String secret = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        complain("secret", ("Basic " + secret).equals(call.getRequestHeaders().getFirst("Authorization")));
        complain("code", CODE.equals(shown.get("code")));
        complain("method", "S256".equals(asked.get("code_challenge_method")));
        complain("verifier", challenge(shown.get("code_verifier")).equals(asked.get("code_challenge")));
        answer(call, """
                {"access_token":"never-kept","token_type":"Bearer","expires_in":60,"id_token":"%s"}""".formatted(idToken()));
    }

    private void complain(String about, boolean right) {
        if (!right) {
            complaints.add(about);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String idToken() {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("subject-of-" + account)
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", asked.get("nonce"))
                .claim("preferred_username", account)
                .claim("groups", groups);
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key").build(),
                    spoilt.apply(claims).build());
            token.sign(new RSASSASigner(signedByAStranger ? strange : key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> fields(String query) {
        return Arrays.stream(query.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange call, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }
}
