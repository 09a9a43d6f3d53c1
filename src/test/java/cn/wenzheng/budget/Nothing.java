package cn.wenzheng.budget;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** What a timer of the bare engine does; public, as the engine makes it by its name. */
public final class Nothing implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        // What a timer costs when nothing is behind it.
    }
}
