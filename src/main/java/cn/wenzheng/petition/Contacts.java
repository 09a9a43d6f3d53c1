package cn.wenzheng.petition;

import cn.wenzheng.access.Masking;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How much of the petitioner's contact stands on a case sheet. */
final class Contacts {

    private Contacts() {}

    /** Null when the reader may not know that there is one. */
    static CaseSheet.@Nullable Contact masked(Petitioner petitioner, Reader reader, boolean hideIdentity) {
        if (!reader.seesContact(hideIdentity)) {
            return null;
        }
        return new CaseSheet.Contact(
                Masking.name(petitioner.name()), Masking.phone(petitioner.phone()), Masking.email(petitioner.email()));
    }

    /** The fields this reader may reveal with a reason. */
    static Set<String> revealable(Petitioner petitioner, Reader reader, boolean hideIdentity) {
        Set<String> fields = new TreeSet<>();
        if (reader.reveals(hideIdentity)) {
            ContactField.of(petitioner).forEach((field, value) -> fields.add(field.code()));
        }
        return fields;
    }
}
