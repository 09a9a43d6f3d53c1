package cn.wenzheng.petition.web;

import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Intake;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Petitioner;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What a citizen sends. */
record Filing(
        @Nullable String externalId,
        @Nullable PetitionKind kind,
        @Nullable String title,
        @Nullable String text,
        @Nullable String address,
        @Nullable Double lat,
        @JsonProperty("long") @Nullable Double longitude,
        @Nullable PetitionerFields petitioner,
        @Nullable Boolean hideIdentity,
        @JsonProperty("public") @Nullable Boolean mayBePublic) {

    Intake toIntake(@Nullable String idempotencyKey) {
        return new Intake(
                Channel.PORTAL,
                "",
                externalId,
                idempotencyKey,
                kind,
                title,
                text,
                address,
                lat,
                longitude,
                petitioner == null ? Petitioner.UNKNOWN : petitioner.toPetitioner(),
                Boolean.TRUE.equals(hideIdentity),
                Boolean.TRUE.equals(mayBePublic),
                null,
                false);
    }

    /** Who the citizen says he is. */
    record PetitionerFields(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {

        Petitioner toPetitioner() {
            return new Petitioner(name, phone, email);
        }
    }
}
