package cn.wenzheng.petition;

import cn.wenzheng.organization.Limits;
import org.jspecify.annotations.Nullable;

/** The petitioner's own verdict on the answer (评价), with his reason if he gives one. */
public record Rating(
        Boolean solved, Satisfaction satisfaction, @Nullable String text) {

    public Rating(@Nullable Boolean solved, @Nullable Satisfaction satisfaction, @Nullable String text) {
        this.solved = Limits.required("solved", solved);
        this.satisfaction = Limits.required("satisfaction", satisfaction);
        this.text = Limits.optional("text", text, PetitionCommand.NOTE);
    }
}
