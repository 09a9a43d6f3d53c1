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
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Gives every user task of every model the listeners that take its form to a desk and tell the journal who holds it; no
 * model can forget them.
 *
 * <p>The desks need the engine and the engine needs the listeners, so they are looked up when they are called.
 */
@Component
class TaskListeners extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskCompletion> completion;
    private final ObjectProvider<HolderChanged> holder;

    TaskListeners(ObjectProvider<TaskCompletion> completion, ObjectProvider<HolderChanged> holder) {
        this.completion = completion;
        this.holder = holder;
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
            TaskDefinition task = behavior.getTaskDefinition();
            task.addTaskListener(
                    TaskListener.EVENTNAME_COMPLETE,
                    done -> completion.getObject().notify(done));
            task.addTaskListener(
                    TaskListener.EVENTNAME_ASSIGNMENT,
                    held -> holder.getObject().notify(held));
        }
    }
}
