package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;
import java.io.InputStream;
import java.util.Optional;

/** Fetches an item's pictures and recordings before the platform forgets them. Calls the network, with hard time-outs. */
public interface MediaSource {

    Channel channel();

    /**
     * The bytes, no more than the limit of the city's attachments; empty when the platform has them no more.
     *
     * @throws java.io.UncheckedIOException when it may be tried again
     */
    Optional<InputStream> fetch(MediaRef media, Account account);
}
