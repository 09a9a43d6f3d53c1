package cn.wenzheng.triage.duty;

import cn.wenzheng.organization.KeptDuty;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.triage.Duties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers from the directory as the organization has it in memory: at most five seconds old, at once on the node that changed it. */
@Component
class DutyBook implements Duties {

    private final OrganizationDesk organization;
    private final Clock clock;
    private volatile Reading reading;
    private volatile @Nullable Marks marks;

    DutyBook(OrganizationDesk organization, Clock clock) {
        this.organization = organization;
        this.clock = clock;
        this.reading = new Reading(List.of(), new Directory(List.of(), organization));
    }

    private record Reading(List<KeptDuty> rows, Directory directory) {}

    private record Marks(Directory directory, LocalDate day, Map<String, String> ofTopics) {}

    @Override
    public Optional<Duty> of(String leaf, @Nullable String area) {
        return directory().of(leaf, area, today());
    }

    /** Told anew only on another day or of another reading. */
    @Override
    public Map<String, String> marks() {
        Directory directory = directory();
        LocalDate day = today();
        Marks known = marks;
        if (known == null || known.directory() != directory || !known.day().equals(day)) {
            known = new Marks(directory, day, directory.marks(day));
            marks = known;
        }
        return known.ofTopics();
    }

    /** Compiled anew only when the organization has read its rows anew. */
    Directory directory() {
        List<KeptDuty> rows = organization.duties();
        Reading current = reading;
        if (current.rows() != rows) {
            current = new Reading(rows, new Directory(rows, organization));
            reading = current;
        }
        return current.directory();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
