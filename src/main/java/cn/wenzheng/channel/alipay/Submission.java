package cn.wenzheng.channel.alipay;

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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the mini-program's page sends.
 *
 * @param authCode the code by which Alipay says who it is; good once
 * @param submissionId the page's own id of this form, the same when it sends it again
 * @param formId the form's id, when the citizen has not subscribed; good for one notice
 * @param gcj02 true when the place is told as maps of the country tell it; else as satellites do
 */
record Submission(
        @Nullable String authCode,
        @Nullable String submissionId,
        @Nullable String formId,
        @Nullable PetitionKind kind,
        @Nullable String title,
        @Nullable String text,
        @Nullable String address,
        @Nullable Double lat,
        @JsonProperty("long") @Nullable Double longitude,
        @Nullable Boolean gcj02,
        @Nullable Who petitioner,
        @Nullable Boolean hideIdentity,
        @JsonProperty("public") @Nullable Boolean mayBePublic) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /** Who the citizen says he is. */
    record Who(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {}

    /** A form with which nothing is wrong. */
    record Checked(
            String authCode,
            String submissionId,
            @Nullable String formId,
            String text,
            @Nullable GeoPoint place,
            Form form) {

        Inbound item(String externalId, String person, Instant at) {
            return new Inbound(
                    externalId,
                    person,
                    new Inbound.Sender(person, null),
                    Inbound.Kind.MESSAGE,
                    text,
                    List.of(),
                    place,
                    null,
                    null,
                    null,
                    null,
                    Set.of(),
                    form,
                    at,
                    false);
        }
    }

    Checked checked() {
        String id = Limits.required("submissionId", submissionId, 64);
        if (!ID.matcher(id).matches()) {
            throw Refusal.invalid("submissionId", "submission-id-malformed");
        }
        return new Checked(
                Limits.required("authCode", authCode, 200),
                id,
                Limits.optional("formId", formId, 64),
                Limits.required("text", text, PetitionCommand.TEXT),
                place(),
                new Form(
                        kind,
                        Limits.optional("title", title, Intake.LINE),
                        Limits.optional("address", address, Intake.LINE),
                        petitioner == null
                                ? Petitioner.UNKNOWN
                                : new Petitioner(petitioner.name(), petitioner.phone(), petitioner.email()),
                        Boolean.TRUE.equals(hideIdentity),
                        Boolean.TRUE.equals(mayBePublic)));
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
        return new GeoPoint(lat, longitude, Boolean.TRUE.equals(gcj02) ? GeoPoint.Crs.GCJ02 : GeoPoint.Crs.WGS84);
    }
}
