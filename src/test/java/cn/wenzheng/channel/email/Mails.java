package cn.wenzheng.channel.email;

import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.email.LetterReader.Raw;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Mails as they come over the wire, written by hand, and what reads them. */
final class Mails {

    static final String MAILBOX = "wenzheng@city.example";
    static final Instant RECEIVED = Instant.parse("2026-03-10T02:00:00Z");

    private static final String HEAD = "From: =?UTF-8?B?5p2O5bu65Zu9?= <Li@Citizens.example>\nTo: " + MAILBOX
            + "\nDate: Tue, 10 Mar 2026 09:59:58 +0800\nMessage-ID: <1@citizens.example>\nMIME-Version: 1.0\n";

    private Mails() {}

    static EmailSettings settings(String... pairs) {
        Map<String, String> set = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            set.put("wenzheng.channels.email." + pairs[i], pairs[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(set))
                .bindOrCreate("wenzheng.channels.email", EmailSettings.class);
    }

    /** A mail of a citizen with these headers beside the usual ones, and this body. */
    static byte[] mail(String headers, String body) {
        return mail(headers, body.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    static byte[] mail(String headers, byte[] body) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes((HEAD + headers + "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        mail.writeBytes(body);
        return mail.toByteArray();
    }

    static byte[] plain(String charset, String transfer, String body) {
        return mail(
                "Content-Type: text/plain; charset=" + charset + "\nContent-Transfer-Encoding: " + transfer + "\n",
                body.getBytes(Charset.forName(charset.replace("\"", ""))));
    }

    static Optional<Inbound> read(byte[] mail, String... settings) {
        return new LetterReader(settings(settings)).read(new Raw(MAILBOX, "7:12", mail, true, RECEIVED));
    }

    static Inbound item(byte[] mail, String... settings) {
        return read(mail, settings).orElseThrow();
    }
}
