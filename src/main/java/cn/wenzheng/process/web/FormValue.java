package cn.wenzheng.process.web;

import org.jspecify.annotations.Nullable;

/** A form field's value as the webapps' API writes it. */
record FormValue(@Nullable Object value, String type) {

    static FormValue json(String value) {
        return new FormValue(value, "Json");
    }

    static FormValue plain(@Nullable Object value) {
        if (value == null) {
            return new FormValue(null, "Null");
        }
        return value instanceof Boolean ? new FormValue(value, "Boolean") : new FormValue(value.toString(), "String");
    }
}
