package cn.wenzheng.process;

import cn.wenzheng.audit.ProcessPath;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.stereotype.Component;

/** Reads a petition's way through its diagram out of the engine's history. */
@Component
class CamundaProcessPath implements ProcessPath {

    private final HistoryService history;
    private final RepositoryService models;

    CamundaProcessPath(HistoryService history, RepositoryService models) {
        this.history = history;
        this.models = models;
    }

    @Override
    public Optional<Path> of(String petition) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(PetitionHandling.KEY)
                .processInstanceBusinessKey(petition)
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .findFirst()
                .map(newest -> path(petition, newest));
    }

    /** A decision that was taken back may have ended an instance before: its steps belong to the same way. */
    private Path path(String petition, HistoricProcessInstance newest) {
        BpmnModelInstance model = models.getBpmnModelInstance(newest.getProcessDefinitionId());
        List<HistoricActivityInstance> activities = history
                .createHistoricProcessInstanceQuery()
                .processDefinitionId(newest.getProcessDefinitionId())
                .processInstanceBusinessKey(petition)
                .list()
                .stream()
                .flatMap(instance ->
                        history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .toList();
        Footprints footprints = new Footprints(model, activities);
        return new Path(Bpmn.convertToString(model), footprints.taken(), footprints.current());
    }
}
