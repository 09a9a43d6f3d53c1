package cn.wenzheng.deadline;

import cn.wenzheng.access.Period;
import cn.wenzheng.deadline.ResponsibilityRows.Life;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.MinuteOwner;
import cn.wenzheng.petition.PetitionMinutes;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says whose minutes petitions' lives were; nothing of it is stored, so no rule that changes leaves old figures behind. */
@Component
class Minutes implements PetitionMinutes {

    private final ResponsibilityRows rows;

    private final Calendars calendars;
    private final OrganizationDesk organization;
    private final Clock clock;

    Minutes(ResponsibilityRows rows, Calendars calendars, OrganizationDesk organization, Clock clock) {
        this.rows = rows;
        this.calendars = calendars;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public Shares of(String petition) {
        Life life = rows.of(petition).orElseThrow(Refusal::notFound);
        return count(life.received()).shares(life);
    }

    /** What each lead unit has had of the petitions received in a period, the longest first. */
    List<UnitMinutes> ofUnits(Period received) {
        Map<String, UnitMinutes> sums = new HashMap<>();
        rows.earliest(received).ifPresent(earliest -> {
            MinuteCount count = count(earliest);
            rows.each(received, life -> add(sums, count.parts(life)));
        });
        return sums.values().stream()
                .sorted(Comparator.comparing(UnitMinutes::minutes).reversed().thenComparing(UnitMinutes::unit))
                .toList();
    }

    private static void add(Map<String, UnitMinutes> sums, List<Share> parts) {
        Map<String, UnitMinutes> ofOne = new HashMap<>();
        parts.stream()
                .filter(part -> part.owner() == MinuteOwner.UNIT)
                .forEach(part -> ofOne.merge(String.valueOf(part.unit()), UnitMinutes.of(part), UnitMinutes::sameCase));
        ofOne.forEach((unit, minutes) -> sums.merge(unit, minutes, UnitMinutes::plus));
    }

    private MinuteCount count(Instant earliest) {
        return new MinuteCount(calendars, organization.centre().code(), earliest, clock.instant());
    }
}
