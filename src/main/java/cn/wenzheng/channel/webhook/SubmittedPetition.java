package cn.wenzheng.channel.webhook;

import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Form;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Intake;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Petitioner;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A petition that another system hands over: the same fields, by the same rules, as a citizen's own at the portal. */
record SubmittedPetition(
        @Nullable String externalId,
        @Nullable PetitionKind kind,
        @Nullable String title,
        @Nullable String text,
        @Nullable String address,
        @Nullable Double lat,
        @JsonProperty("long") @Nullable Double longitude,
        @Nullable Who petitioner,
        @Nullable Boolean hideIdentity,
        @JsonProperty("public") @Nullable Boolean mayBePublic) {

    /** Who the citizen says he is. */
    record Who(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {}

    /**
     * The item, when nothing is wrong with it. The other system's own id names it, else the message's; both are known again.
     *
     * @param message the message's id, of this account alone
     */
    Inbound item(String message, String ofThisAccount, Instant at) {
        String own = Limits.optional("externalId", externalId, Intake.LINE);
        String id = own == null ? message : own;
        return new Inbound(
                id,
                id,
                new Inbound.Sender(id, null),
                Inbound.Kind.MESSAGE,
                Limits.required("text", text, PetitionCommand.TEXT),
                List.of(),
                place(),
                null,
                null,
                null,
                ofThisAccount,
                Set.of(),
                form(),
                at,
                false);
    }

    private Form form() {
        return new Form(
                kind,
                Limits.optional("title", title, Intake.LINE),
                Limits.optional("address", address, Intake.LINE),
                petitioner == null
                        ? Petitioner.UNKNOWN
                        : new Petitioner(petitioner.name(), petitioner.phone(), petitioner.email()),
                Boolean.TRUE.equals(hideIdentity),
                Boolean.TRUE.equals(mayBePublic));
    }

    private @Nullable GeoPoint place() {
        if (lat == null && longitude == null) {
            return null;
        }
        if (lat == null || longitude == null || !(Math.abs(lat) <= 90)) {
            throw Refusal.invalid("lat", "coordinate-malformed");
        }
        if (!(Math.abs(longitude) <= 180)) {
            throw Refusal.invalid("long", "coordinate-malformed");
        }
        return new GeoPoint(lat, longitude, GeoPoint.Crs.WGS84);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "petition of another system";
    }
}
