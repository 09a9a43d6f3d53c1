package cn.wenzheng.triage.duty;

import cn.wenzheng.organization.KeptDuty;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.triage.Duties.Duty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which open petitions a change of the directory would route differently, told before it is made.
 *
 * <p>What a unit has in hand stays there: a change moves nothing by itself, it only changes what is proposed next.
 */
@Component
class Reroutes {

    private final OpenPetitions petitions;
    private final OrganizationDesk organization;

    Reroutes(OpenPetitions petitions, OrganizationDesk organization) {
        this.petitions = petitions;
        this.organization = organization;
    }

    /** Two readings of the directory beside each other, on the day from which the second would hold. */
    private record Change(Directory now, Directory then, LocalDate day, Areas areas) {

        boolean knowsAreas(String leaf) {
            return now.knowsAreas(leaf) || then.knowsAreas(leaf);
        }

        @Nullable
        Reroute of(OpenPetitions.Open open) {
            String area = knowsAreas(open.leaf()) ? areas.in(open.address(), open.title(), open.text()) : null;
            String before = now.of(open.leaf(), area, day).map(Duty::unit).orElse(null);
            String after = then.of(open.leaf(), area, day).map(Duty::unit).orElse(null);
            return Objects.equals(before, after) ? null : new Reroute(open.number(), before, after, open.unit());
        }
    }

    /**
     * The petitions concerned, the oldest first.
     *
     * @param before the rows of the directory as they are
     * @param after the rows as they would be
     * @param day the day for which both are asked
     */
    List<Reroute> between(Collection<KeptDuty> before, Collection<KeptDuty> after, LocalDate day) {
        Set<String> leaves = changed(before, after);
        if (leaves.isEmpty()) {
            return List.of();
        }
        Change change = new Change(
                new Directory(before, organization),
                new Directory(after, organization),
                day,
                new Areas(organization.units()));
        List<Reroute> reroutes = new ArrayList<>();
        petitions.about(leaves, open -> {
            Reroute reroute = change.of(open);
            if (reroute != null) {
                reroutes.add(reroute);
            }
        });
        return reroutes;
    }

    private static Set<String> changed(Collection<KeptDuty> before, Collection<KeptDuty> after) {
        Set<KeptDuty> old = new HashSet<>(before);
        Set<KeptDuty> fresh = new HashSet<>(after);
        return Stream.concat(
                        before.stream().filter(row -> !fresh.contains(row)),
                        after.stream().filter(row -> !old.contains(row)))
                .map(KeptDuty::leaf)
                .collect(Collectors.toSet());
    }
}
