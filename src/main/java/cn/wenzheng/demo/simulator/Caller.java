package cn.wenzheng.demo.simulator;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/** One platform's way to tell the city what a citizen has said. */
interface Caller {

    Platform platform();

    /** True when the platform tells it; else the city has to ask. */
    boolean tells(Post post, Behaviour behaviour);

    /**
     * The call, signed for this attempt.
     *
     * @param tries how often it was made before
     */
    HttpRequest.Builder request(Post post, String product, int tries);

    /** True when the platform takes this for "received". */
    boolean isReceived(Post post, Wire.Answer answer);

    /** How long the platform waits after so many tries without success; empty when it gives up. */
    Optional<Duration> again(Post post, int tries);
}
