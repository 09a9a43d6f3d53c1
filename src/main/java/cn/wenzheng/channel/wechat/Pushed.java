package cn.wenzheng.channel.wechat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/** The fields of a message, and what the city's name for it is made of. */
record Pushed(Map<String, String> fields) {

    private static final int LONGEST = 60;
    private static final long END_OF_TIME = 253_402_300_799L;

    String of(String name) {
        return fields.getOrDefault(name, "");
    }

    /** A part of a name, which has an end; addresses in menus can be long. */
    String named(String name) {
        String value = of(name);
        return value.length() > LONGEST ? hash(value) : value;
    }

    /** Every message has an id; one that came without is named by what it says. */
    String messageId() {
        return of("MsgId").isEmpty() ? hash(new TreeMap<>(fields).toString()) : named("MsgId");
    }

    Instant time(Instant receivedAt) {
        try {
            long seconds = Long.parseLong(of("CreateTime"));
            return seconds < 0 || seconds > END_OF_TIME ? receivedAt : Instant.ofEpochSecond(seconds);
        } catch (NumberFormatException noTime) {
            return receivedAt;
        }
    }

    private static String hash(String words) {
        return DigestUtils.sha256Hex(words).substring(0, 16);
    }
}
