package cn.wenzheng.petition;

import cn.wenzheng.organization.Refusal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field of the petitioner's contact that can be revealed on its own. */
enum ContactField {
    NAME,
    PHONE,
    EMAIL;

    String code() {
        return name().toLowerCase();
    }

    static ContactField named(@Nullable String code) {
        for (ContactField field : values()) {
            if (field.code().equals(code)) {
                return field;
            }
        }
        throw Refusal.invalid("field", "contact-field-unknown");
    }

    /** The fields the petitioner has given. */
    static Map<ContactField, String> of(Petitioner petitioner) {
        Map<ContactField, String> given = new EnumMap<>(ContactField.class);
        put(given, NAME, petitioner.name());
        put(given, PHONE, petitioner.phone());
        put(given, EMAIL, petitioner.email());
        return given;
    }

    private static void put(Map<ContactField, String> given, ContactField field, @Nullable String value) {
        if (value != null) {
            given.put(field, value);
        }
    }
}
