package cn.wenzheng.organization;

import org.jspecify.annotations.Nullable;

/** The limits of what people type; each breach is refused with the field's name and the limit. */
public final class Limits {

    private Limits() {}

    /**
     * Checks a text that must be there.
     *
     * @param most the most characters (Unicode code points) it may have
     * @return the text without white space at its ends
     */
    public static String required(String field, @Nullable String text, int most) {
        String checked = optional(field, text, most);
        if (checked == null) {
            throw Refusal.invalid(field, "field-required", field);
        }
        return checked;
    }

    /** Checks a text that may be absent; blank counts as absent. */
    public static @Nullable String optional(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.indexOf('\u0000') >= 0) {
            throw Refusal.invalid(field, "field-with-null-character", field);
        }
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > most) {
            throw Refusal.invalid(field, "field-too-long", field, most);
        }
        return stripped;
    }

    /** Checks a value that must be there. */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Refusal.invalid(field, "field-required", field);
        }
        return value;
    }
}
