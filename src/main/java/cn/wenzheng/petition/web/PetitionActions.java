package cn.wenzheng.petition.web;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.AttachmentDesk;
import cn.wenzheng.petition.CitizenActs;
import cn.wenzheng.petition.FollowUps;
import cn.wenzheng.petition.IntakeDecisions;
import cn.wenzheng.petition.IntakeDecisions.Decided;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionProcess;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.PetitionTask;
import cn.wenzheng.petition.attachment.Upload;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a person may do to a petition, in the order in which a caller learns it: a role that never may (403), a petition
 * he may not see (404), a state that does not allow it (409).
 */
@Component
class PetitionActions {

    private final PetitionDesk desk;
    private final IntakeDecisions decisions;
    private final CitizenActs acts;
    private final AttachmentDesk attachments;
    private final FollowUps followUps;
    private final PetitionSheets sheets;
    private final PetitionProcess process;

    PetitionActions(
            PetitionDesk desk,
            IntakeDecisions decisions,
            CitizenActs acts,
            AttachmentDesk attachments,
            FollowUps followUps,
            PetitionSheets sheets,
            PetitionProcess process) {
        this.desk = desk;
        this.decisions = decisions;
        this.acts = acts;
        this.attachments = attachments;
        this.followUps = followUps;
        this.sheets = sheets;
        this.process = process;
    }

    /** Ends the task of the petition at which this command is given. */
    void complete(String number, PetitionTask task, PetitionCommand command, Actor actor) {
        allow(number, actor, rolesFor(task));
        String unit = task == PetitionTask.HANDLE_PETITION ? actor.unit() : null;
        if (!once(() -> process.complete(number, task, unit, command, actor))) {
            throw Refusal.conflict("not-at-this-task", number);
        }
    }

    /** Takes a petition on and gives it to its unit in one. */
    Decided dispatch(String number, PetitionCommand.Accept accept, PetitionCommand.Assign assign, Actor actor) {
        allow(number, actor, Role.OPERATOR);
        return decisions.dispatch(number, accept, assign, actor);
    }

    /** Decides at acceptance, so that it can be taken back for a moment. */
    Decided decide(String number, PetitionCommand decision, Actor actor) {
        allow(number, actor, Role.OPERATOR);
        return decisions.decide(number, decision, actor);
    }

    void undo(String number, @Nullable UUID decision, Actor actor) {
        allow(number, actor, Role.OPERATOR);
        decisions.undo(number, Limits.required("decision", decision), actor);
    }

    /** What the petitioner, for whom the petition waits, has said on the telephone. */
    void supplement(String number, @Nullable String text, Actor actor) {
        allow(number, actor, Role.OPERATOR);
        once(() -> {
            acts.saidByTelephone(number, text, actor);
            return true;
        });
    }

    void reassign(String number, PetitionCommand.Reassign command, Actor actor) {
        allow(number, actor, Role.DISPATCHER);
        once(() -> {
            desk.reassign(number, command, actor);
            return true;
        });
    }

    /** The unit signs for its part without doing more yet. */
    void sign(String number, Actor actor) {
        allow(number, actor, Role.HANDLER);
        once(() -> {
            desk.sign(number, Objects.requireNonNull(actor.unit()), actor);
            return true;
        });
    }

    /** Joins a petition that has just come in with an earlier one of the same person. */
    void join(String number, @Nullable String to, Actor actor) {
        allow(number, actor, Role.OPERATOR);
        if (to != null && !sheets.visible(to, actor)) {
            throw Refusal.invalid("to", "petition-unknown");
        }
        once(() -> {
            followUps.join(number, to, actor);
            return true;
        });
    }

    void separate(String number, Actor actor) {
        allow(number, actor, Role.OPERATOR);
        followUps.separate(number, actor);
    }

    void message(String number, @Nullable String text, boolean question, Actor actor) {
        allow(number, actor, Role.HANDLER, Role.OPERATOR, Role.REVIEWER, Role.SUPERVISOR);
        desk.messageToCitizen(number, text, question, actor);
    }

    void attach(String number, @Nullable MultipartFile file, boolean forCitizen, Actor actor) {
        allow(number, actor, Role.HANDLER, Role.HEAD, Role.OPERATOR, Role.REVIEWER);
        List<Upload> uploads = Uploads.of("file", file == null ? null : List.of(file));
        if (uploads.isEmpty()) {
            throw Refusal.invalid("file", "field-required", "file");
        }
        attachments.add(number, uploads.get(0), forCitizen, actor);
    }

    void allow(String number, Actor actor, Role... roles) {
        if (!actor.hasAny(roles)) {
            throw Refusal.forbidden("role-never-may");
        }
        if (!sheets.visible(number, actor)) {
            throw Refusal.notFound();
        }
    }

    private static Role[] rolesFor(PetitionTask task) {
        return switch (task) {
            case ACCEPT_PETITION -> new Role[] {Role.OPERATOR};
            case ASSIGN_PETITION -> new Role[] {Role.OPERATOR, Role.DISPATCHER};
            case ARBITRATE_PETITION -> new Role[] {Role.SUPERVISOR};
            case HANDLE_PETITION -> new Role[] {Role.HANDLER};
            case REVIEW_PETITION, CLOSE_PETITION -> new Role[] {Role.REVIEWER};
        };
    }

    /** Somebody else changed the petition in the same moment: what was asked no longer fits its state. */
    static boolean once(Supplier<Boolean> command) {
        try {
            return command.get();
        } catch (ConcurrencyFailureException overtaken) {
            throw Refusal.conflict("changed-meanwhile");
        }
    }
}
