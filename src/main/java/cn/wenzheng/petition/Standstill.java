package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.Chronicle.Happening;
import cn.wenzheng.petition.ClockCommand.Pause;
import cn.wenzheng.petition.ClockLedger.Move;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A petition nobody can go on with for a while (挂起): its units' clocks stand still, its own age does not. */
@Component
class Standstill {

    private final PetitionRows rows;
    private final ClockLedger ledger;
    private final Chronicle chronicle;

    Standstill(PetitionRows rows, ClockLedger ledger, Chronicle chronicle) {
        this.rows = rows;
        this.ledger = ledger;
        this.chronicle = chronicle;
    }

    void begin(Petition petition, Pause command, Instant until, Instant now, Actor actor) {
        PetitionStatus before = petition.status;
        petition.pause(command.reason(), until, now);
        rows.update(petition);
        ledger.pause(petition.number, until, new Move(now, actor.id(), MoveCause.of(command.reason())));
        Happening paused = new Happening(TimelineEvent.PAUSED)
                .citizenSees()
                .note(command.note())
                .fact("cause", command.reason().code())
                .fact("until", until);
        chronicle.tell(petition, before, paused, now, actor);
        chronicle.announce(new PetitionEvent.Paused(petition.number, command.reason(), until, now));
    }

    void end(Petition petition, MoveCause cause, @Nullable String note, Instant now, Actor actor) {
        PetitionStatus before = petition.status;
        petition.resume(now);
        rows.update(petition);
        ledger.resume(petition.number, new Move(now, actor.id(), cause));
        Happening resumed =
                new Happening(TimelineEvent.RESUMED).citizenSees().note(note).fact("cause", cause.code());
        chronicle.tell(petition, before, resumed, now, actor);
        chronicle.announce(new PetitionEvent.Resumed(petition.number, cause, now));
    }

    /** Who acts on a paused petition ends the pause with it. */
    void endIfPaused(Petition petition, MoveCause cause, Instant now, Actor actor) {
        if (petition.isPaused()) {
            end(petition, cause, null, now, actor);
        }
    }

    /** The citizen has said something: what waited for him waits no more. */
    void petitionerSpoke(Petition petition, Instant now, Actor actor) {
        if (petition.pausedReason == PauseReason.WAITING_FOR_PETITIONER) {
            end(petition, MoveCause.PETITIONER_SPOKE, null, now, actor);
        }
    }
}
