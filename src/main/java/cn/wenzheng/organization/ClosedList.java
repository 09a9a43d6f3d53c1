package cn.wenzheng.organization;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A value of a closed list, kept as an enumeration: it travels as its code and is read in Chinese first, in English
 * beside it.
 */
public interface ClosedList {

    /** What readers see of a value. */
    record Words(String zh, String en) {}

    /** The constant's name, as every enumeration has it. */
    String name();

    Words words();

    /** The lower-case code used in JSON, forms and tables. */
    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words a Chinese reader sees. */
    default String zh() {
        return words().zh();
    }

    /** The words an English reader sees. */
    default String en() {
        return words().en();
    }
}
