package cn.wenzheng.petition.web;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.petition.CameBy;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Intake;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Petitioner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator writes down while a citizen speaks.
 *
 * @param key made with the page, so that pressing twice enters one petition
 */
record EntryForm(
        @Nullable String key,
        @Nullable CameBy cameBy,
        @Nullable PetitionKind kind,
        @Nullable String title,
        @Nullable String text,
        @Nullable String address,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Boolean hideIdentity) {

    /** An empty page; most people call. */
    static EntryForm blank() {
        return new EntryForm(null, CameBy.TELEPHONE, null, null, null, null, null, null, null, null).again();
    }

    /** The same words as an entry of its own. */
    EntryForm again() {
        String fresh = UUID.randomUUID().toString();
        return new EntryForm(fresh, cameBy, kind, title, text, address, name, phone, email, hideIdentity);
    }

    CameBy way() {
        return Limits.required("cameBy", cameBy);
    }

    Intake intake() {
        return new Intake(
                Channel.OPERATOR,
                "",
                null,
                key,
                kind,
                title,
                text,
                address,
                null,
                null,
                new Petitioner(name, phone, email),
                Boolean.TRUE.equals(hideIdentity),
                false,
                null,
                false);
    }
}
