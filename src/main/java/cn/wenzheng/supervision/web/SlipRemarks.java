package cn.wenzheng.supervision.web;

import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.PetitionRemarks;
import cn.wenzheng.supervision.Slip;
import cn.wenzheng.supervision.SupervisionDesk;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts a petition's open supervision slips on its sheet, before whoever works on it or answers for it. */
@Component
class SlipRemarks implements PetitionRemarks {

    /** A petition has as many open slips as units and stages are late: more than these fit on no sheet. */
    private static final Window FIRST = new Window(0, 20);

    private final SupervisionDesk desk;

    SlipRemarks(SupervisionDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Remark> of(String petition, Actor actor) {
        if (!actor.hasAny(Role.SUPERVISOR, Role.HANDLER, Role.HEAD)) {
            return List.of();
        }
        return desk.slips(petition, true, actor, FIRST).items().stream()
                .map(SlipRemarks::remark)
                .toList();
    }

    private static Remark remark(Slip slip) {
        return new Remark(
                slip.id(),
                slip.rung().code(),
                slip.rung(),
                slip.state(),
                slip.stage(),
                slip.unitName(),
                slip.dueAt(),
                slip.record().stream()
                        .map(entry -> new Entry(entry.at(), entry.act(), entry.text()))
                        .toList());
    }
}
