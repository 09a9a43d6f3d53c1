package cn.wenzheng.access;

import org.jspecify.annotations.Nullable;

/** Shows that a contact field is there without showing it. */
public final class Masking {

    private static final int LONG_PHONE = 11;

    private Masking() {}

    /** 张三丰 becomes 张**; a name of one character is hidden whole. */
    public static @Nullable String name(@Nullable String name) {
        if (name == null) {
            return null;
        }
        int length = name.codePointCount(0, name.length());
        return length < 2 ? "*" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*".repeat(length - 1);
    }

    /** 13912345678 becomes 139****5678; of a shorter number only the last two signs stay. */
    public static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        int head = phone.length() < LONG_PHONE ? 0 : 3;
        int tail = phone.length() < LONG_PHONE ? Math.min(2, phone.length() / 2) : 4;
        int end = phone.length() - tail;
        return phone.substring(0, head) + "*".repeat(end - head) + phone.substring(end);
    }

    /** zhang@example.org becomes z***@example.org. */
    public static @Nullable String email(@Nullable String email) {
        if (email == null) {
            return null;
        }
        int at = email.indexOf('@');
        if (at < 0) {
            return "***";
        }
        return (at < 2 ? "" : email.substring(0, email.offsetByCodePoints(0, 1))) + "***" + email.substring(at);
    }
}
