package cn.wenzheng.organization;

import com.fasterxml.jackson.annotation.JsonValue;

/** A value of a closed list: it travels as its code and is read in Chinese first, in English beside it. */
public interface ClosedList {

    /** The lower-case code used in JSON, forms and tables. */
    @JsonValue
    String code();

    /** The words a Chinese reader sees. */
    String zh();

    /** The words an English reader sees. */
    String en();
}
