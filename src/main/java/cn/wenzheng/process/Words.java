package cn.wenzheng.process;

import cn.wenzheng.petition.PetitionTask;
import cn.wenzheng.petition.delivery.DeliveryTask;
import cn.wenzheng.supervision.SlipTask;

/** How a user task's id in a model and its word at the house's doors go together. */
public final class Words {

    private static final String TASK = "Task_";

    private Words() {}

    /** {@code Task_HandlePetition} is {@code HandlePetition} at every door. */
    public static String ofTask(String element) {
        if (!element.startsWith(TASK)) {
            throw new IllegalArgumentException(element + " is no task");
        }
        return element.substring(TASK.length());
    }

    static String elementOf(PetitionTask task) {
        return TASK + task.word();
    }

    static String elementOf(DeliveryTask task) {
        return TASK + task.word();
    }

    static String elementOf(SlipTask task) {
        return TASK + task.word();
    }
}
