package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.MediaRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/** What items of Alipay have in common: the person is the conversation, times are milliseconds, nothing is public. */
final class Items {

    private static final int LONGEST_PERSON = 128;
    private static final int LONGEST_NAME = 64;
    private static final long END_OF_TIME = 253_402_300_799_999L;

    private Items() {}

    static boolean isPerson(String id) {
        return !id.isBlank() && id.length() <= LONGEST_PERSON;
    }

    static Instant time(String milliseconds, Instant otherwise) {
        try {
            long at = Long.parseLong(milliseconds);
            return at < 0 || at > END_OF_TIME ? otherwise : Instant.ofEpochMilli(at);
        } catch (NumberFormatException noTime) {
            return otherwise;
        }
    }

    /** A part of an id of ours, which has an end. */
    static String named(String part) {
        return part.length() > LONGEST_NAME ? hash(part) : part;
    }

    static String hash(String words) {
        return DigestUtils.sha256Hex(words).substring(0, 16);
    }

    static Inbound item(
            String id, Inbound.Sender sender, Inbound.Kind kind, String text, List<MediaRef> media, Instant at) {
        return new Inbound(
                id, sender.id(), sender, kind, text, media, null, null, null, null, null, Set.of(), null, at, false);
    }
}
