package cn.wenzheng.channel;

import java.nio.charset.StandardCharsets;

/** What a platform hears back: status, content type and the exact bytes. */
public record Ack(int status, String contentType, byte[] body) {

    /** Nothing but the status. */
    public static Ack empty(int status) {
        return new Ack(status, "text/plain;charset=UTF-8", new byte[0]);
    }

    public static Ack text(int status, String words) {
        return new Ack(status, "text/plain;charset=UTF-8", words.getBytes(StandardCharsets.UTF_8));
    }
}
