package cn.wenzheng.petition.attachment;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is left of a sender's file name when it may be nothing but words on a screen. */
final class Label {

    private static final int MOST = 100;

    /** Control and format signs, among them those that turn the direction of reading and hide an ending. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*]");

    private Label() {}

    static @Nullable String of(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String seen = RESERVED.matcher(UNSEEN.matcher(last).replaceAll(""))
                .replaceAll("_")
                .strip();
        String bare = seen.replaceFirst("^\\.+", "");
        int signs = bare.codePointCount(0, bare.length());
        String cut = signs > MOST ? bare.substring(0, bare.offsetByCodePoints(0, MOST)) : bare;
        return cut.isBlank() ? null : cut;
    }
}
