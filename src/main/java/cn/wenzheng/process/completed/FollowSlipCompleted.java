package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.process.Supervision.Elements;
import cn.wenzheng.process.Supervision.Variables;
import cn.wenzheng.supervision.SupervisionDesk;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The supervisor has lifted a slip or has it raised. */
@Component
class FollowSlipCompleted extends Completed {

    /** The most characters of a conclusion. */
    private static final int MOST = 2_000;

    private final SupervisionDesk desk;

    FollowSlipCompleted(SupervisionDesk desk) {
        super(Elements.TASK_FOLLOW_SLIP, Set.of("lift", "note"));
        this.desk = desk;
    }

    @Override
    void decide(DelegateTask task, Form form, Actor actor) {
        boolean lift = Limits.required("lift", form.flag("lift"));
        String note = Limits.required("note", form.text("note"), MOST);
        desk.decide(Variables.SLIP.get(task), lift, note, actor);
        Variables.SLIP_SATISFIES.set(task, lift);
    }
}
