package cn.wenzheng.access;

import org.jspecify.annotations.Nullable;

/** Shows that a contact field is there without showing it. */
public final class Masking {

    private Masking() {}

    /** 张三丰 becomes 张**. */
    public static @Nullable String name(@Nullable String name) {
        throw new UnsupportedOperationException();
    }

    /** 13912345678 becomes 139****5678. */
    public static @Nullable String phone(@Nullable String phone) {
        throw new UnsupportedOperationException();
    }

    /** zhang@example.org becomes z***@example.org. */
    public static @Nullable String email(@Nullable String email) {
        throw new UnsupportedOperationException();
    }
}
