package cn.wenzheng.deadline;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Urgency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a preview is asked for.
 *
 * @param receivedAt when the petition would arrive, in the years 2000 to 2999
 * @param unit the unit that would handle it; absent means the unit of the topic
 * @param category a topic of any level
 */
record DeadlineQuestion(
        @Nullable Instant receivedAt,
        @Nullable String unit,
        @Nullable PetitionKind kind,
        @Nullable Urgency urgency,
        @Nullable String category) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");
    private static final int CODE = 20;

    Instant arrival() {
        Instant arrival = Limits.required("receivedAt", receivedAt);
        if (arrival.isBefore(EARLIEST) || !arrival.isBefore(LATEST)) {
            throw Refusal.invalid("receivedAt", "date-out-of-range");
        }
        return arrival;
    }

    /** The unit that would handle the petition; null when neither unit nor topic says one. */
    @Nullable
    String handlingUnit(OrganizationDesk organization) {
        String named = Limits.optional("unit", unit, CODE);
        String topic = Limits.optional("category", category, CODE);
        String ofTopic = topic == null ? null : topic(organization, topic).unit();
        if (named != null
                && organization.unit(named).filter(found -> !found.isCentre()).isEmpty()) {
            throw Refusal.invalid("unit", "unit-unknown", named);
        }
        return named == null ? ofTopic : named;
    }

    private static Category topic(OrganizationDesk organization, String code) {
        return organization.category(code).orElseThrow(() -> Refusal.invalid("category", "category-unknown"));
    }
}
