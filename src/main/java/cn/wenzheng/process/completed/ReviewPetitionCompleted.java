package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.PetitionCommand.Review;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.process.PetitionHandling.Elements;
import cn.wenzheng.process.PetitionHandling.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The reviewer has passed the answer or sent it back. */
@Component
class ReviewPetitionCompleted extends Completed {

    private final PetitionDesk desk;

    ReviewPetitionCompleted(PetitionDesk desk) {
        super(Elements.TASK_REVIEW_PETITION, FormKeys.fieldsOf(Review.class));
        this.desk = desk;
    }

    @Override
    void decide(DelegateTask task, Form form, Actor actor) {
        Review review = new Review(form.flag("pass"), form.text("note"));
        desk.review(numberOf(task), review, actor);
        Variables.ANSWER_SATISFIES.set(task, review.pass());
    }
}
