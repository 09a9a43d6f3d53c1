package cn.wenzheng.petition;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a channel hands over the counter: a citizen's words and where they came from.
 *
 * @param account the city's account on the channel; empty where the channel has none
 * @param externalId the item's id on its channel: the same id is the same petition
 * @param idempotencyKey a key the sender chose for this request: the same key is the same petition
 * @param submittedAt the channel's own time; it starts no clock
 * @param backlog true for cases of an older system: they carry no promise, their limits run from now
 */
public record Intake(
        Channel channel,
        String account,
        @Nullable String externalId,
        @Nullable String idempotencyKey,
        @Nullable PetitionKind kind,
        @Nullable String title,
        String text,
        @Nullable String address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        Petitioner petitioner,
        boolean hideIdentity,
        boolean mayBePublic,
        @Nullable Instant submittedAt,
        boolean backlog) {

    /** The most characters of a title and of an address. */
    public static final int LINE = 200;

    public Intake(
            Channel channel,
            String account,
            @Nullable String externalId,
            @Nullable String idempotencyKey,
            @Nullable PetitionKind kind,
            @Nullable String title,
            @Nullable String text,
            @Nullable String address,
            @Nullable Double latitude,
            @Nullable Double longitude,
            Petitioner petitioner,
            boolean hideIdentity,
            boolean mayBePublic,
            @Nullable Instant submittedAt,
            boolean backlog) {
        this.externalId = Limits.optional("externalId", externalId, LINE);
        this.idempotencyKey = Limits.optional("Idempotency-Key", idempotencyKey, LINE);
        this.title = Limits.optional("title", title, LINE);
        this.text = Limits.required("text", text, PetitionCommand.TEXT);
        this.address = Limits.optional("address", address, LINE);
        this.channel = channel;
        this.account = account;
        this.kind = kind;
        this.latitude = latitude;
        this.longitude = longitude;
        this.petitioner = petitioner;
        this.hideIdentity = hideIdentity;
        this.mayBePublic = mayBePublic;
        this.submittedAt = submittedAt;
        this.backlog = backlog;
        if (latitude != null && !(Math.abs(latitude) <= 90)) {
            throw Refusal.invalid("lat", "coordinate-malformed");
        }
        if (longitude != null && !(Math.abs(longitude) <= 180)) {
            throw Refusal.invalid("long", "coordinate-malformed");
        }
        if ((latitude == null) != (longitude == null)) {
            throw Refusal.invalid("lat", "coordinate-malformed");
        }
    }
}
