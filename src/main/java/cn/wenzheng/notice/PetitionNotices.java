package cn.wenzheng.notice;

import static cn.wenzheng.organization.Role.DISPATCHER;
import static cn.wenzheng.organization.Role.OPERATOR;
import static cn.wenzheng.organization.Role.REVIEWER;
import static cn.wenzheng.organization.Role.SUPERVISOR;

import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.PetitionEvent;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.PetitionSheets.Whereabouts;
import cn.wenzheng.petition.Stage;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says who has to know of a petition's steps, in the transaction of each step.
 *
 * <p>Whoever has nothing to do about it is left in peace, and what was to be done stops to call when it is done.
 */
@Component
class PetitionNotices {

    private final NoticeRows rows;
    private final PetitionSheets sheets;

    PetitionNotices(NoticeRows rows, PetitionSheets sheets) {
        this.rows = rows;
        this.sheets = sheets;
    }

    @EventListener
    void received(PetitionEvent.Received event) {
        rows.addReceived(task(new Post(event.number(), event.at()), Stage.ACCEPTANCE, OPERATOR));
    }

    @EventListener
    void accepted(PetitionEvent.Accepted event) {
        rows.add(task(settling(event), Stage.ASSIGNMENT, DISPATCHER));
    }

    @EventListener
    void assigned(PetitionEvent.Assigned event) {
        Post post = settling(event).about(Stage.HANDLING);
        toUnit(post, event.lead(), NoticeKind.NEW_TASK);
        event.assisting().forEach(unit -> toUnit(post, unit, NoticeKind.NEW_TASK));
        rows.add(post);
    }

    /** The old lead hears that it is rid of the petition, the new one that it has it; assisting units go on. */
    @EventListener
    void reassigned(PetitionEvent.Reassigned event) {
        Post post =
                new Post(event.number(), event.at()).settlesWorkOf(event.from()).about(Stage.HANDLING);
        toUnit(post, event.from(), NoticeKind.TAKEN_AWAY);
        toUnit(post, event.lead(), NoticeKind.NEW_TASK);
        rows.add(post);
    }

    @EventListener
    void answered(PetitionEvent.Answered event) {
        rows.add(
                event.lead()
                        ? task(settling(event), Stage.REVIEW, REVIEWER)
                        : new Post(event.number(), event.at()).settlesWorkOf(event.unit()));
    }

    @EventListener
    void returned(PetitionEvent.Returned event) {
        Post post = event.lead() ? settling(event) : new Post(event.number(), event.at()).settlesWorkOf(event.unit());
        rows.add(post.about(event.ground()).to(Audience.role(DISPATCHER), NoticeKind.RETURNED, event.unit()));
    }

    /** The dispatchers have nothing to do about this return. */
    @EventListener
    void rulingAsked(PetitionEvent.RulingAsked event) {
        rows.add(task(settling(event), Stage.ARBITRATION, SUPERVISOR));
    }

    @EventListener
    void reviewed(PetitionEvent.Reviewed event) {
        Post post = settling(event);
        if (event.passed()) {
            task(post, Stage.CALL_BACK, REVIEWER);
        } else {
            toUnit(post.about(Stage.HANDLING), event.lead(), NoticeKind.SENT_BACK);
        }
        rows.add(post);
    }

    @EventListener({PetitionEvent.Refused.class, PetitionEvent.Closed.class, PetitionEvent.Withdrawn.class})
    void over(PetitionEvent event) {
        rows.add(settling(event));
    }

    /** The units that have the petition in hand hear the citizen; while none has, the role that holds it does. */
    @EventListener
    void citizenSpoke(PetitionEvent.CitizenSpoke event) {
        Whereabouts where = sheets.whereabouts(event.number());
        Post post = new Post(event.number(), event.at()).about(event.how());
        where.units().forEach(unit -> toUnit(post, unit, NoticeKind.MESSAGE));
        if (where.units().isEmpty()) {
            hearers(where).forEach(role -> post.to(Audience.role(role), NoticeKind.MESSAGE, null));
        }
        rows.add(post);
    }

    /** Who hears a citizen whose petition is in no unit's hands; what is over is the reviewer's. */
    private static List<Role> hearers(Whereabouts where) {
        return switch (where.status()) {
            case RECEIVED -> List.of(OPERATOR);
            case ACCEPTED -> List.of(DISPATCHER);
            case WITHDRAWN -> List.of();
            default -> List.of(REVIEWER);
        };
    }

    private static Post settling(PetitionEvent event) {
        return new Post(event.number(), event.at()).settlesWork();
    }

    private static Post task(Post post, Stage stage, Role role) {
        return post.about(stage).to(Audience.role(role), NoticeKind.NEW_TASK, null);
    }

    private static void toUnit(Post post, String unit, NoticeKind kind) {
        post.to(Audience.unit(unit), kind, unit);
    }
}
