package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One account of the city or of a unit on a channel, with its secrets in clear: it lives in memory only.
 *
 * @param id the row's id
 * @param code the last part of the callback's address
 * @param unit whose account it is
 * @param name the name it shows on the platform, without @
 * @param address who it is there: a Weibo uid, an appid, a mailbox, an address to post to
 * @param settings what is set for this account and is no secret, by the names of the adapter
 * @param secrets by name, the newest first; during a rotation the earlier one is still among them
 */
public record Account(
        long id,
        Channel channel,
        String code,
        String unit,
        String name,
        String address,
        Map<String, String> settings,
        Map<String, List<String>> secrets) {

    /** The secret to sign with. */
    public @Nullable String secret(String secret) {
        List<String> valid = secrets(secret);
        return valid.isEmpty() ? null : valid.get(0);
    }

    /** The secrets that prove a request, the newest first. */
    public List<String> secrets(String secret) {
        return secrets.getOrDefault(secret, List.of());
    }

    /** Names the account and none of its secrets. */
    @Override
    public String toString() {
        return channel.code() + "/" + code;
    }
}
