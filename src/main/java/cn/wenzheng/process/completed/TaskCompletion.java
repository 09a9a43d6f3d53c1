package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Drafts;
import cn.wenzheng.process.Acting;
import cn.wenzheng.process.Groups;
import cn.wenzheng.process.ModelVariables;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * The one way out of every user task, whichever door the person came through: his right is checked, what he typed is
 * taken out of the engine and brought to its desk. A refusal keeps the task open and nothing has changed.
 */
@Component
public class TaskCompletion implements TaskListener {

    private final Map<String, Completed> byElement;
    private final Acting acting;
    private final Drafts drafts;

    TaskCompletion(List<Completed> completed, Acting acting, Drafts drafts) {
        this.byElement = completed.stream().collect(Collectors.toMap(Completed::element, Function.identity()));
        this.acting = acting;
        this.drafts = drafts;
    }

    @Override
    public void notify(DelegateTask task) {
        Completed completed = byElement.get(task.getTaskDefinitionKey());
        if (completed == null) {
            throw new IllegalStateException("nobody takes the decision of " + task.getTaskDefinitionKey());
        }
        Actor actor = acting.actor();
        requireCandidate(task, actor);
        requireOnly(completed.formKeys(), task.getVariableNames());
        completed.decide(task, Form.takenFrom(task, completed.fields()), actor);
        drafts.discard(task.getId());
    }

    private static void requireCandidate(DelegateTask task, Actor actor) {
        Set<String> wanted =
                task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
        if (Groups.of(actor).stream().noneMatch(wanted::contains)) {
            throw Refusal.notFound();
        }
    }

    private static void requireOnly(Set<String> formKeys, Collection<String> names) {
        for (String name : names) {
            if (!formKeys.contains(name) && !ModelVariables.NAMES.contains(name)) {
                throw Refusal.invalid(name, "unknown-field", name);
            }
        }
    }
}
