package cn.wenzheng.process.engine;

import cn.wenzheng.process.completed.TaskCompletion;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Gives every user task of every model the listener that takes its form to a desk; no model can forget it.
 *
 * <p>The desks need the engine and the engine needs the listener, so the listener is looked up when it is called.
 */
@Component
class CompletionListeners extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskCompletion> completion;

    CompletionListeners(ObjectProvider<TaskCompletion> completion) {
        this.completion = completion;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (configuration.getCustomPreBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPreBPMNParseListeners());
        }
        listeners.add(new Attachment());
        configuration.setCustomPreBPMNParseListeners(listeners);
    }

    private final class Attachment extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
            UserTaskActivityBehavior behavior = (UserTaskActivityBehavior) activity.getActivityBehavior();
            behavior.getTaskDefinition()
                    .addTaskListener(
                            TaskListener.EVENTNAME_COMPLETE,
                            task -> completion.getObject().notify(task));
        }
    }
}
