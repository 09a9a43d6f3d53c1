package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Chronicle.Happening;
import cn.wenzheng.petition.ClockLedger.ExtensionCap;
import cn.wenzheng.petition.ClockLedger.Move;
import cn.wenzheng.petition.Deadlines.Limit;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter at which a unit asks for more time (延期) and the centre decides.
 *
 * <p>The clock runs on while a request waits, and a refused one gives no time back. Source: the domain reference,
 * extension.
 */
@Component
public class ExtensionDesk {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final PetitionRows rows;
    private final TimeRows times;
    private final Deadlines deadlines;
    private final ClockLedger ledger;
    private final Chronicle chronicle;
    private final OrganizationDesk organization;
    private final PetitionSettings settings;
    private final Clock clock;

    ExtensionDesk(
            PetitionRows rows,
            TimeRows times,
            Deadlines deadlines,
            ClockLedger ledger,
            Chronicle chronicle,
            OrganizationDesk organization,
            PetitionSettings settings,
            Clock clock) {
        this.rows = rows;
        this.times = times;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.chronicle = chronicle;
        this.organization = organization;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks for more time for the unit's part, before it is over. */
    @Transactional
    public void ask(String number, String unit, ClockCommand.AskExtension command, Actor actor) {
        Petition petition = rows.petition(number);
        petition.requireInHand();
        Instant now = clock.instant();
        Limit limit = runningPart(petition, unit);
        if (!limit.dueAt().isAfter(now)) {
            throw Refusal.conflict("extension-too-late", number);
        }
        requireWithinCap(limit, command.days());
        try {
            times.ask(limit, command, actor.id(), now);
        } catch (DuplicateKeyException waiting) {
            throw Refusal.conflict("extension-waits", number);
        }
        // Who asks for more time has taken notice of his part.
        deadlines.end(number, Stage.SIGN_IN, unit, now);
        Happening asked = new Happening(TimelineEvent.EXTENSION_ASKED)
                .at(unit)
                .note(command.reason())
                .fact("days", command.days());
        chronicle.tell(petition, petition.status, asked, now, actor);
        chronicle.announce(new PetitionEvent.ExtensionAsked(number, unit, command.days(), now));
    }

    private Limit runningPart(Petition petition, String unit) {
        return deadlines
                .running(petition.number, Stage.HANDLING, unit)
                .orElseThrow(() -> Refusal.conflict("state-does-not-allow", petition.number, petition.status));
    }

    private void requireWithinCap(Limit limit, int days) {
        ExtensionCap cap = ledger.extensionCap(limit.petition(), limit.unit());
        if (cap.times() == 0) {
            throw Refusal.conflict("extension-not-for-this-level", limit.petition());
        }
        if (days > cap.days()) {
            throw Refusal.invalid("days", "extension-above-cap", cap.days());
        }
        long granted = times.of(limit.petition()).stream()
                .filter(request -> Boolean.TRUE.equals(request.granted())
                        && request.unit().equals(limit.unit())
                        && request.round() == limit.round())
                .count();
        if (granted >= cap.times()) {
            throw Refusal.conflict("extensions-used-up", cap.times());
        }
    }

    /** Grants what a unit has asked for, or does not; also while the petition is paused, which it stays. */
    @Transactional
    public void decide(String number, ClockCommand.DecideExtension command, Actor actor) {
        Petition petition = rows.petition(number);
        petition.requireInHandOrPaused();
        ExtensionRequest request = times.waiting(runningPart(petition, command.unit()))
                .orElseThrow(() -> Refusal.conflict("extension-not-asked", number));
        Instant now = clock.instant();
        if (!times.decide(request.id(), command.grant(), command.note(), actor.id(), now)) {
            throw Refusal.conflict("extension-not-asked", number);
        }
        Happening decided = command.grant()
                ? granted(petition, request, new Move(now, actor.id(), MoveCause.EXTENSION_GRANTED))
                : new Happening(TimelineEvent.EXTENSION_REFUSED);
        chronicle.tell(
                petition,
                petition.status,
                decided.at(request.unit()).note(command.note()).fact("days", request.days()),
                now,
                actor);
        chronicle.announce(new PetitionEvent.ExtensionDecided(number, request.unit(), command.grant(), now));
    }

    /** The lead's time is the case's; the citizen reads why it takes longer and until when. */
    private Happening granted(Petition petition, ExtensionRequest request, Move move) {
        Limit limit = ledger.extend(petition.number, Stage.HANDLING, request.unit(), request.days(), move)
                .orElseThrow(() -> Refusal.conflict("state-does-not-allow", petition.number, petition.status));
        Happening extended = new Happening(TimelineEvent.EXTENDED);
        if (!Objects.equals(petition.leadUnit, request.unit())) {
            return extended;
        }
        ledger.extend(
                petition.number, Stage.CASE_HANDLING, organization.centre().code(), request.days(), move);
        String until = MINUTE.withZone(clock.getZone()).format(limit.dueAt());
        return extended.citizenReads(MessageFormat.format(settings.extendedAnswer(), request.reason(), until));
    }
}
