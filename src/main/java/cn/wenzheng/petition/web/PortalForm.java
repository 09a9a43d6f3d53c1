package cn.wenzheng.petition.web;

import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Intake;
import cn.wenzheng.petition.Petitioner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen types on the portal's first page.
 *
 * <p>A box that is not ticked is not sent.
 *
 * @param key made with the page, so that pressing twice files one petition
 */
record PortalForm(
        @Nullable String key,
        @Nullable String text,
        @Nullable String address,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Boolean hideIdentity,
        @Nullable Boolean mayBePublic) {

    /** An empty page. */
    static PortalForm blank() {
        return new PortalForm(null, null, null, null, null, null, null, null).again();
    }

    /** The same words as a filing of its own. */
    PortalForm again() {
        return new PortalForm(
                UUID.randomUUID().toString(), text, address, name, phone, email, hideIdentity, mayBePublic);
    }

    Intake intake() {
        return new Intake(
                Channel.PORTAL,
                "",
                null,
                key,
                null,
                null,
                text,
                address,
                null,
                null,
                new Petitioner(name, phone, email),
                Boolean.TRUE.equals(hideIdentity),
                Boolean.TRUE.equals(mayBePublic),
                null,
                false);
    }
}
