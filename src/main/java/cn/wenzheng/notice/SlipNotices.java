package cn.wenzheng.notice;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.supervision.Rung;
import cn.wenzheng.supervision.SupervisionEvent;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says who has to know of limits and slips: the unit that is late, at the centre whoever holds the stage. */
@Component
class SlipNotices {

    private static final Audience SUPERVISORS = Audience.role(Role.SUPERVISOR);

    private final NoticeRows rows;
    private final OrganizationDesk organization;

    SlipNotices(NoticeRows rows, OrganizationDesk organization) {
        this.rows = rows;
        this.organization = organization;
    }

    @EventListener
    void urged(SupervisionEvent.Urged event) {
        Post post = new Post(event.petition(), event.at()).about(event.stage());
        to(post, holders(event.unit(), event.stage()), NoticeKind.URGED, event.unit());
        rows.add(post);
    }

    @EventListener
    void acted(SupervisionEvent.SlipActed event) {
        Post post = new Post(event.petition(), event.at())
                .of(event.slip())
                .settlesSlip()
                .about(event.rung());
        switch (event.act()) {
            case ISSUED -> issued(post, event, NoticeKind.SLIP_ISSUED);
            case RAISED -> issued(post, event, NoticeKind.SLIP_RAISED);
            case REPORTED -> post.to(SUPERVISORS, NoticeKind.SLIP_ANSWERED, event.unit());
            case LIFTED -> to(post, answerers(event), NoticeKind.SLIP_LIFTED, event.unit());
            case RULED -> to(post, answerers(event), NoticeKind.SLIP_RULED, event.unit());
            case UNDONE -> to(post, holders(event.unit(), event.stage()), NoticeKind.SLIP_UNDONE, event.unit());
            case REJECTED, SUPERSEDED, MET -> {
                // The next slip tells itself, and who was in time need not be told.
            }
        }
        rows.add(post);
    }

    /** The higher the rung, the more hear of it: the unit, from red on its parent's head and supervision. */
    private void issued(Post post, SupervisionEvent.SlipActed event, NoticeKind kind) {
        to(post, holders(event.unit(), event.stage()), kind, event.unit());
        if (event.rung() == Rung.RED) {
            parentOf(event.unit()).ifPresent(parent -> post.to(Audience.head(parent), kind, event.unit()));
        }
        if (event.rung().compareTo(Rung.RED) >= 0) {
            post.to(SUPERVISORS, kind, event.unit());
        }
    }

    private Optional<String> parentOf(String unit) {
        return organization.unit(unit).map(Unit::parent);
    }

    /** Who has to act: all of the unit, for its handlers read what its head has to answer. */
    private List<Audience> holders(String unit, Stage stage) {
        return isCentre(unit)
                ? List.of(Audience.role(roleAt(stage)), Audience.head(unit))
                : List.of(Audience.unit(unit));
    }

    /** Who has answered the slip and hears how it ended. */
    private List<Audience> answerers(SupervisionEvent.SlipActed event) {
        return isCentre(event.unit()) ? holders(event.unit(), event.stage()) : List.of(Audience.head(event.unit()));
    }

    private boolean isCentre(String unit) {
        return organization.centre().code().equals(unit);
    }

    /** Who works at a stage of the centre; handling is never the centre's. */
    private static Role roleAt(Stage stage) {
        return switch (stage) {
            case PROMISE, ACCEPTANCE -> Role.OPERATOR;
            case ASSIGNMENT, SIGN_IN, HANDLING, CASE_HANDLING, WHOLE -> Role.DISPATCHER;
            case ARBITRATION -> Role.SUPERVISOR;
            case REVIEW, CALL_BACK -> Role.REVIEWER;
        };
    }

    private static void to(Post post, List<Audience> audiences, NoticeKind kind, String unit) {
        audiences.forEach(audience -> post.to(audience, kind, unit));
    }
}
