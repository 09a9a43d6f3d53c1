package cn.wenzheng.channel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/** Which addresses of the net a stranger may send us to: those that the whole world can reach, and no other. */
final class PublicAddress {

    private PublicAddress() {}

    /** True for http and https with a host, without a name and a password in them. */
    static boolean isWeb(URI address) {
        String scheme = address.getScheme();
        return scheme != null
                && (scheme.toLowerCase(Locale.ROOT).equals("https")
                        || scheme.toLowerCase(Locale.ROOT).equals("http"))
                && address.getHost() != null
                && address.getUserInfo() == null;
    }

    /** Where a host's name leads to; one place inside is reason enough to refuse them all. */
    static InetAddress[] of(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        for (InetAddress place : found) {
            if (!isPublic(place)) {
                throw new NotPublic();
            }
        }
        return found;
    }

    static boolean isPublic(InetAddress place) {
        return !(place.isAnyLocalAddress()
                        || place.isLoopbackAddress()
                        || place.isLinkLocalAddress()
                        || place.isSiteLocalAddress()
                        || place.isMulticastAddress())
                && (place instanceof Inet4Address ? isPublic4(place.getAddress()) : isPublic6(place.getAddress()));
    }

    /** Also without shared carrier nets, where some clouds keep their metadata, tests and the rest that is reserved. */
    private static boolean isPublic4(byte[] place) {
        int first = place[0] & 0xff;
        int second = place[1] & 0xff;
        int third = place[2] & 0xff;
        boolean carrier = first == 100 && (second & 0xc0) == 64;
        boolean special = first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 198 && (second & 0xfe) == 18
                || first == 198 && second == 51 && third == 100
                || first == 203 && second == 0 && third == 113;
        return first != 0 && first < 224 && !carrier && !special;
    }

    /** Only what is given out to the world, and of that nothing that wraps an address of the old kind. */
    private static boolean isPublic6(byte[] place) {
        boolean givenOut = (place[0] & 0xe0) == 0x20;
        boolean wraps = place[0] == 0x20 && place[1] == 0x02 || place[0] == 0x20 && place[1] == 0x01 && place[2] == 0;
        return givenOut && !wraps;
    }

    /** The address leads inside. */
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }
}
