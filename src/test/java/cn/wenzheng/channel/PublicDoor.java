package cn.wenzheng.channel;

import java.net.URI;

/** Lets tests of adapters call addresses of the world, and of this machine only what stands in for the world. */
public final class PublicDoor {

    private PublicDoor() {}

    /** The caller of strangers' addresses; this one address is let through, as the simulated platforms are. */
    public static PublicHttp to(URI standIn) {
        return new PublicHttp(
                new PlatformHttp(),
                address ->
                        address.getAuthority() != null && address.getAuthority().equals(standIn.getAuthority()),
                PublicAddress::of);
    }
}
