package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What is done over the counter when one user task of the models is completed. */
public abstract class Completed {

    private final String element;
    private final Set<String> fields;

    /**
     * Names the task and the fields of its form.
     *
     * @param element the user task's id in its model
     */
    Completed(String element, Set<String> fields) {
        this.element = element;
        this.fields = fields;
    }

    /** The user task's id in its model. */
    public final String element() {
        return element;
    }

    /** The variables a completion may bring: the keys of the form, nothing else. */
    public final Set<String> formKeys() {
        return fields.stream().map(FormKeys::of).collect(Collectors.toUnmodifiableSet());
    }

    final Set<String> fields() {
        return fields;
    }

    /** Takes the decision to its desk and tells the diagram what it reads; a refusal keeps the task open. */
    abstract void decide(DelegateTask task, Form form, Actor actor);

    static String numberOf(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
