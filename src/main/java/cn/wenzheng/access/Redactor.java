package cn.wenzheng.access;

import org.jspecify.annotations.Nullable;

/** Takes identifying words out of a citizen's text. */
public final class Redactor {

    private Redactor() {}

    /**
     * The text without the petitioner's name, phones, identity numbers, number plates and e-mail addresses.
     *
     * @param name the petitioner's name as given in its field; null when it was not given
     */
    public static @Nullable String redact(@Nullable String text, @Nullable String name) {
        throw new UnsupportedOperationException();
    }
}
