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
import java.util.SortedSet;
import java.util.TreeSet;
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

    /** Two readings of the directory beside each other, on the days on which one of them begins to say something else. */
    private record Change(Directory now, Directory then, Collection<LocalDate> days, Areas areas) {

        boolean knowsAreas(String leaf) {
            return now.knowsAreas(leaf) || then.knowsAreas(leaf);
        }

        @Nullable
        Reroute of(OpenPetitions.Open open) {
            String area = knowsAreas(open.leaf()) ? areas.in(open.address(), open.title(), open.text()) : null;
            return days.stream()
                    .map(day -> on(day, area, open))
                    .filter(reroute -> !Objects.equals(reroute.before(), reroute.after()))
                    .findFirst()
                    .orElse(null);
        }

        private Reroute on(LocalDate day, @Nullable String area, OpenPetitions.Open open) {
            String before = now.of(open.leaf(), area, day).map(Duty::unit).orElse(null);
            String after = then.of(open.leaf(), area, day).map(Duty::unit).orElse(null);
            return new Reroute(open.number(), before, after, open.unit());
        }
    }

    /**
     * The petitions concerned, the oldest first.
     *
     * @param before the rows of the directory as they are
     * @param after the rows as they would be
     * @param today both are asked for today and for every day after it on which a row of the topics begins or has ended;
     *     of a petition the first day counts on which they differ
     */
    List<Reroute> between(Collection<KeptDuty> before, Collection<KeptDuty> after, LocalDate today) {
        Set<String> leaves = changed(before, after);
        if (leaves.isEmpty()) {
            return List.of();
        }
        Change change = new Change(
                new Directory(before, organization),
                new Directory(after, organization),
                days(Stream.concat(before.stream(), after.stream()).filter(row -> leaves.contains(row.leaf())), today),
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

    private static SortedSet<LocalDate> days(Stream<KeptDuty> rows, LocalDate today) {
        SortedSet<LocalDate> days = new TreeSet<>(Set.of(today));
        rows.map(KeptDuty::term).forEach(term -> {
            if (term.from() != null && term.from().isAfter(today)) {
                days.add(term.from());
            }
            if (term.to() != null && !term.to().isBefore(today)) {
                days.add(term.to().plusDays(1));
            }
        });
        return days;
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
