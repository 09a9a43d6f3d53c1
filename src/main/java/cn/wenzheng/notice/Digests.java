package cn.wenzheng.notice;

import cn.wenzheng.notice.DigestRows.Claim;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes to people who have an address: one e-mail for all that is new instead of one for each, and none when nothing is.
 *
 * <p>The row of a person is claimed and committed, the e-mail goes out under no transaction, what became of it is recorded.
 * A node that dies in between leaves the row to another after the lease: somebody may be told twice, nobody never.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class Digests {

    /** What is younger may still be overtaken by a slower transaction with a smaller number. */
    static final Duration SETTLING = Duration.ofSeconds(20);

    /** How soon a person is looked at again; also the shortest time between two e-mails to him. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

    private final DigestRows rows;
    private final DigestMail mail;
    private final OrganizationDesk organization;
    private final NoticeSettings settings;
    private final Clock clock;
    private final UUID node = UUID.randomUUID();

    Digests(DigestRows rows, DigestMail mail, OrganizationDesk organization, NoticeSettings settings, Clock clock) {
        this.rows = rows;
        this.mail = mail;
        this.organization = organization;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes to everybody for whom it is time. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT20S")
    void send() {
        List<Person> people = organization.people().stream()
                .filter(person -> person.active() && person.email() != null)
                .toList();
        Instant now = clock.instant();
        rows.enrol(people, now);
        long upTo = rows.newest(now);
        Optional<Claim> claim = rows.claim(people, node, now);
        while (claim.isPresent()) {
            serve(claim.get(), personOf(claim.get(), people), upTo, now);
            claim = rows.claim(people, node, now);
        }
    }

    private static Person personOf(Claim claim, List<Person> people) {
        return people.stream()
                .filter(person -> person.id().equals(claim.person()))
                .findFirst()
                .orElseThrow();
    }

    private void serve(Claim claim, Person person, long upTo, Instant now) {
        List<Notice> untold = rows.untold(claim, Audience.of(Actor.of(person, Door.ENGINE)), upTo, now);
        if (untold.isEmpty()) {
            rows.told(claim, upTo, claim.mailedAt(), now.plus(LOOK));
        } else if (isTime(untold, claim, now)) {
            write(claim, person, untold, upTo, now);
        } else {
            rows.later(claim, claim.failures(), now.plus(LOOK));
        }
    }

    /** What is urgent goes at the next look, everything else when the last e-mail is old enough. */
    private boolean isTime(List<Notice> untold, Claim claim, Instant now) {
        return claim.mailedAt() == null
                || !claim.mailedAt().plus(settings.digestEvery()).isAfter(now)
                || untold.stream().anyMatch(notice -> notice.kind().isUrgent());
    }

    private void write(Claim claim, Person person, List<Notice> untold, long upTo, Instant now) {
        try {
            mail.send(person, untold);
            rows.told(claim, upTo, now, now.plus(LOOK));
        } catch (MailException failed) {
            int failures = claim.failures() + 1;
            rows.later(claim, failures, now.plus(pause(failures)));
            LOG.warn(
                    "The notices of {} did not go out by e-mail ({} times now): {}",
                    person.id(),
                    failures,
                    failed.getClass().getSimpleName());
        }
    }

    /** 1, 2, 4 … minutes. */
    private static Duration pause(int failures) {
        Duration pause = LOOK.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
