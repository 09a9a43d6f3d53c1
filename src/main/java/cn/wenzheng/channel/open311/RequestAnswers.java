package cn.wenzheng.channel.open311;

import cn.wenzheng.access.Redactor;
import cn.wenzheng.channel.open311.Answer.Items;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.petition.TimelineEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Public petitions in the words of the specification: redacted, and without words as long as nobody has released them. */
@Component
class RequestAnswers {

    private static final Set<RefusalReason> ELSEWHERE =
            EnumSet.of(RefusalReason.NOT_THIS_CITY, RefusalReason.PARTY_CONGRESS_COURT, RefusalReason.EMERGENCY);

    private final OrganizationDesk organization;
    private final ObjectMapper json;

    RequestAnswers(OrganizationDesk organization, ObjectMapper json) {
        this.organization = organization;
        this.json = json;
    }

    /** @param told what was told about them, for the extensions; null when nobody asks for these */
    Answer requests(List<PublicRows.Row> rows, @Nullable List<ToldRows.Row> told, Map<String, Service> services) {
        Map<String, List<ToldRows.Row>> notes =
                told == null ? Map.of() : told.stream().collect(Collectors.groupingBy(ToldRows.Row::petition));
        List<Map<String, @Nullable Object>> requests = new ArrayList<>();
        for (PublicRows.Row row : rows) {
            Map<String, @Nullable Object> request = request(row);
            if (told != null) {
                request.put("attributes", new Items("attribute", attributes(row, services)));
                request.put("extended_attributes", extended(row));
                request.put(
                        "notes",
                        new Items(
                                "note",
                                notes.getOrDefault(row.number(), List.of()).stream()
                                        .map(this::note)
                                        .toList()));
            }
            requests.add(request);
        }
        return Answer.list("service_requests", "request", requests);
    }

    private Map<String, @Nullable Object> request(PublicRows.Row row) {
        boolean placed = !row.hideIdentity();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("service_request_id", row.number());
        fields.put("status", row.isClosed() ? "closed" : "open");
        fields.put("status_notes", row.notes() == null ? wordOf(row.refusalReason()) : redacted(row, row.notes()));
        fields.put("service_name", row.service() == null ? null : nameOf(row.service()));
        fields.put("service_code", row.service());
        fields.put("description", row.released() ? row.redactedText() : null);
        fields.put("agency_responsible", row.leadUnit() == null ? null : organization.unitName(row.leadUnit()));
        fields.put("service_notice", null);
        fields.put("requested_datetime", ServiceAnswers.moment(row.receivedAt()));
        fields.put("updated_datetime", ServiceAnswers.moment(row.since()));
        fields.put("expected_datetime", row.dueAt() == null ? null : ServiceAnswers.moment(row.dueAt()));
        fields.put("address", row.released() && placed ? row.redactedAddress() : null);
        fields.put("address_id", null);
        fields.put("zipcode", null);
        fields.put("lat", placed ? row.latitude() : null);
        fields.put("long", placed ? row.longitude() : null);
        fields.put("media_url", null);
        return fields;
    }

    private String nameOf(String category) {
        String path = organization.categoryPath(category);
        return path.substring(path.lastIndexOf(" / ") < 0 ? 0 : path.lastIndexOf(" / ") + 3);
    }

    private static @Nullable String redacted(PublicRows.Row row, @Nullable String text) {
        return Redactor.redact(text, row.petitionerName(), row.petitionerPhone(), row.petitionerEmail());
    }

    /** The client's answers are the citizen's words as well. */
    private List<Map<String, @Nullable Object>> attributes(PublicRows.Row row, Map<String, Service> services) {
        Service service = row.service() == null ? null : services.get(row.service());
        List<Map<String, @Nullable Object>> attributes = new ArrayList<>();
        if (!row.released() || row.attributes() == null || service == null) {
            return attributes;
        }
        answers(row.attributes())
                .forEach((code, values) -> service.own().stream()
                        .filter(question -> question.code().equals(code))
                        .forEach(question -> attributes.add(attribute(row, question, values))));
        return attributes;
    }

    private static Map<String, @Nullable Object> attribute(
            PublicRows.Row row, Attribute question, List<String> values) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("code", question.code());
        fields.put("label", question.label());
        fields.put("name", redacted(row, values.stream().map(question::nameOf).collect(Collectors.joining(","))));
        fields.put("value", redacted(row, String.join(",", values)));
        return fields;
    }

    private Map<String, List<String>> answers(String attributes) {
        try {
            return json.readValue(attributes, new TypeReference<>() {});
        } catch (JsonProcessingException spoiled) {
            throw new IllegalStateException("answers that nobody wrote", spoiled);
        }
    }

    /** The house's own state, which tells more than open and closed. */
    private static Map<String, @Nullable Object> extended(PublicRows.Row row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("detailed_status", row.status().code());
        return fields;
    }

    private Map<String, @Nullable Object> note(ToldRows.Row told) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("datetime", ServiceAnswers.moment(told.at()));
        fields.put("description", words(told));
        fields.put("type", told.event().code());
        return fields;
    }

    Answer updates(List<ToldRows.Row> told, boolean extensions) {
        List<Map<String, @Nullable Object>> updates = new ArrayList<>();
        for (ToldRows.Row row : told) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("update_id", String.valueOf(row.id()));
            fields.put("service_request_id", row.petition());
            fields.put("status", status(row));
            fields.put("updated_datetime", ServiceAnswers.moment(row.at()));
            fields.put("description", words(row));
            fields.put("media_url", null);
            if (extensions) {
                fields.put("external_status_code", row.event().code());
                fields.put("customer_reference", row.petition());
            }
            updates.add(fields);
        }
        return Answer.list("service_request_updates", "request_update", updates);
    }

    private static @Nullable String words(ToldRows.Row row) {
        if (row.event() == TimelineEvent.REFUSED && row.text() == null) {
            return wordOf(row.refusalReason());
        }
        return Redactor.redact(row.text(), row.petitionerName(), row.petitionerPhone(), row.petitionerEmail());
    }

    /** Why it was refused, as the list of reasons says it: that is for everybody where the sentences are not. */
    private static @Nullable String wordOf(@Nullable RefusalReason reason) {
        return reason == null ? null : reason.zh();
    }

    /** By the names that clients know; the final answer alone moves nothing, because the call-back follows. */
    private static String status(ToldRows.Row row) {
        return switch (row.event()) {
            case ACCEPTED -> "investigating";
            case ASSIGNED, REASSIGNED, SENT_BACK -> "in_progress";
            case REFUSED -> refused(Objects.requireNonNull(row.refusalReason()));
            case CLOSED -> Boolean.TRUE.equals(row.solved()) ? "fixed" : "closed";
            case WITHDRAWN -> "cancelled";
            default -> "unchanged";
        };
    }

    private static String refused(RefusalReason reason) {
        if (reason == RefusalReason.DUPLICATE) {
            return "duplicate";
        }
        return ELSEWHERE.contains(reason) ? "not_councils_responsibility" : "no_further_action";
    }
}
