package cn.wenzheng.channel;

import org.jspecify.annotations.Nullable;

/**
 * A picture, a recording or a file of an item: where it is to be had, or the bytes themselves.
 *
 * @param id the platform's id or address; unique within the item
 * @param content the bytes when they came with the item; else null, and they are fetched after the commit
 */
public record MediaRef(Type type, String id, @Nullable String name, byte @Nullable [] content) {

    public enum Type {
        PICTURE,
        VOICE,
        VIDEO,
        FILE
    }
}
