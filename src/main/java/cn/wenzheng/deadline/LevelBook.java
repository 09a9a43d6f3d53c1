package cn.wenzheng.deadline;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.KeptDuty;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.Stage;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The service levels as they are kept, read at most every five seconds, so that a petition's step asks the database
 * nothing; an edit is known at once on the node that made it.
 */
@Component
class LevelBook {

    private static final Duration AGE = Duration.ofSeconds(5);
    private static final String ALL = "all";

    private final LevelRows rows;
    private final OrganizationDesk organization;
    private final Cache<String, Pages> pages =
            Caffeine.newBuilder().expireAfterWrite(AGE).build();

    LevelBook(LevelRows rows, OrganizationDesk organization) {
        this.rows = rows;
        this.organization = organization;
    }

    private record Pages(
            List<LevelLimit> limits, Map<String, ServiceLevel> ofTopics, Map<String, ServiceLevel> ofUnits) {}

    private Pages pages() {
        return pages.get(ALL, key -> new Pages(rows.limits(), rows.ofTopics(), rows.ofUnits()));
    }

    /** The limits of a stage on a level, in the order in which they come into force. */
    List<LevelLimit> limits(ServiceLevel level, Stage stage) {
        return pages().limits().stream()
                .filter(limit -> limit.level() == level && limit.stage() == stage)
                .toList();
    }

    /** The limit in force at an instant; empty for a stage that has none on this level. */
    Optional<LevelLimit> inForce(ServiceLevel level, Stage stage, Instant at) {
        return limits(level, stage).stream()
                .filter(limit -> !limit.validFrom().isAfter(at))
                .reduce((earlier, later) -> later);
    }

    /** The level of a topic: its own, or that of the nearest topic above it that has one. */
    @Nullable
    ServiceLevel ofTopic(@Nullable String topic) {
        String code = topic;
        while (code != null) {
            ServiceLevel own = pages().ofTopics().get(code);
            if (own != null) {
                return own;
            }
            code = organization.category(code).map(Category::parent).orElse(null);
        }
        return null;
    }

    /** The level of a unit's duty for a topic, in whatever area; else of the city's duty for it; else of the topic. */
    @Nullable
    ServiceLevel ofDuty(@Nullable String topic, @Nullable String unit, Instant at) {
        LocalDate day = organization.dayOf(at);
        List<KeptDuty> rows = organization.duties().stream()
                .filter(duty -> duty.level() != null && duty.leaf().equals(topic))
                .toList();
        List<KeptDuty> ofUnit =
                rows.stream().filter(duty -> Objects.equals(duty.unit(), unit)).toList();
        List<KeptDuty> ofCity =
                rows.stream().filter(duty -> duty.area() == null).toList();
        return KeptDuty.inForce(ofUnit, day)
                .or(() -> KeptDuty.inForce(ofCity, day))
                .map(KeptDuty::level)
                .map(LevelBook::level)
                .orElseGet(() -> ofTopic(topic));
    }

    private static @Nullable ServiceLevel level(String code) {
        return Stream.of(ServiceLevel.values())
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    ServiceLevel ofUnit(String unit) {
        return pages().ofUnits().get(unit);
    }

    Map<String, ServiceLevel> topics() {
        return pages().ofTopics();
    }

    Map<String, ServiceLevel> units() {
        return pages().ofUnits();
    }

    /** Reads everything anew the next time it is asked for. */
    void forget() {
        // by its key: waits for a reading that is under way, which would be kept otherwise
        pages.invalidate(ALL);
    }
}
