package cn.wenzheng.petition.web;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.CameBy;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Intake;
import cn.wenzheng.petition.Pasted;
import cn.wenzheng.petition.PastedFrom;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Petitioner;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator writes down while a citizen speaks.
 *
 * @param key made with the page, so that pressing twice enters one petition
 * @param platform for pasted words only, as the next three
 * @param saidAt an instant, or a local time as a page's field sends it
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
        @Nullable Boolean hideIdentity,
        @Nullable PastedFrom platform,
        @Nullable String link,
        @Nullable String author,
        @Nullable String saidAt) {

    /** An empty page; most people call. */
    static EntryForm blank() {
        return new EntryForm(
                        null, CameBy.TELEPHONE, null, null, null, null, null, null, null, null, null, null, null, null)
                .again();
    }

    /** The same words as an entry of its own. */
    EntryForm again() {
        String fresh = UUID.randomUUID().toString();
        return new EntryForm(
                fresh,
                cameBy,
                kind,
                title,
                text,
                address,
                name,
                phone,
                email,
                hideIdentity,
                platform,
                link,
                author,
                saidAt);
    }

    CameBy way() {
        return Limits.required("cameBy", cameBy);
    }

    boolean isPasted() {
        return cameBy == CameBy.PASTED;
    }

    Pasted pasted(Clock clock) {
        return Pasted.of(platform, link, author, said(clock.getZone()), clock.instant());
    }

    private @Nullable Instant said(ZoneId zone) {
        if (saidAt == null || saidAt.isBlank()) {
            return null;
        }
        try {
            return saidAt.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(saidAt).toInstant()
                    : LocalDateTime.parse(saidAt).atZone(zone).toInstant();
        } catch (DateTimeParseException noTime) {
            throw Refusal.invalid("saidAt", "time-malformed");
        }
    }

    /** Who is only known by the name a platform shows is called by it. */
    private @Nullable String called() {
        return isPasted() && (name == null || name.isBlank()) ? author : name;
    }

    Intake intake(Clock clock) {
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
                new Petitioner(called(), phone, email),
                Boolean.TRUE.equals(hideIdentity),
                false,
                isPasted() ? said(clock.getZone()) : null,
                false);
    }
}
