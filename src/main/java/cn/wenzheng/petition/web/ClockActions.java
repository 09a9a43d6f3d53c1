package cn.wenzheng.petition.web;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.ClockCommand;
import cn.wenzheng.petition.ClockDesk;
import cn.wenzheng.petition.ExtensionDesk;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What a person may decide about a petition's time, refused in the same order as every other act. */
@Component
class ClockActions {

    private final PetitionActions actions;
    private final ClockDesk clocks;
    private final ExtensionDesk extensions;

    ClockActions(PetitionActions actions, ClockDesk clocks, ExtensionDesk extensions) {
        this.actions = actions;
        this.clocks = clocks;
        this.extensions = extensions;
    }

    void pause(String number, ClockCommand.Pause command, Actor actor) {
        centre(number, actor, () -> clocks.pause(number, command, actor));
    }

    void resume(String number, ClockCommand.Resume command, Actor actor) {
        centre(number, actor, () -> clocks.resume(number, command, actor));
    }

    void classify(String number, ClockCommand.Classify command, Actor actor) {
        centre(number, actor, () -> clocks.classify(number, command, actor));
    }

    void askExtension(String number, ClockCommand.AskExtension command, Actor actor) {
        actions.allow(number, actor, Role.HANDLER, Role.HEAD);
        once(() -> extensions.ask(number, Objects.requireNonNull(actor.unit()), command, actor));
    }

    void decideExtension(String number, ClockCommand.DecideExtension command, Actor actor) {
        actions.allow(number, actor, Role.DISPATCHER);
        once(() -> extensions.decide(number, command, actor));
    }

    private void centre(String number, Actor actor, Runnable act) {
        actions.allow(number, actor, Role.DISPATCHER, Role.OPERATOR);
        once(act);
    }

    private static void once(Runnable act) {
        PetitionActions.once(() -> {
            act.run();
            return true;
        });
    }
}
