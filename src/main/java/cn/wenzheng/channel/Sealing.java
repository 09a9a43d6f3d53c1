package cn.wenzheng.channel;

import java.util.Optional;

/**
 * Keeps bytes such that who reads the tables cannot read them (AES-GCM). The key is the city's own and stands in no table of
 * a city in service.
 */
public interface Sealing {

    /** True when there is a key; without one nothing can be sealed. */
    boolean isReady();

    /**
     * Seals.
     *
     * @param place where the bytes are kept, for example {@code inbound/17}: moved elsewhere they do not open
     */
    byte[] seal(byte[] plain, String place);

    /** The bytes again; empty when they were sealed by a key that is not here, for another place, or were changed. */
    Optional<byte[]> open(byte[] sealed, String place);
}
