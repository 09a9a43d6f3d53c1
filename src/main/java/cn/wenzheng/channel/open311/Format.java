package cn.wenzheng.channel.open311;

import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a client wants to be answered; the last part of the address says it. */
enum Format {
    XML("text/xml; charset=utf-8", Writing::xml),
    JSON("application/json; charset=utf-8", Writing::json);

    private final MediaType type;
    private final Function<Answer, byte[]> writing;

    Format(String type, Function<Answer, byte[]> writing) {
        this.type = MediaType.parseMediaType(type);
        this.writing = writing;
    }

    static Format of(String path) {
        return path.endsWith(".json") ? JSON : XML;
    }

    ResponseEntity<byte[]> say(int status, Answer answer) {
        return ResponseEntity.status(status).contentType(type).body(writing.apply(answer));
    }
}
