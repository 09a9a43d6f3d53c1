package cn.wenzheng.process.sweep;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.petition.Stage;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts right what the engine has made of one limit, and says so in the journal, in one transaction.
 *
 * <p>Whoever moves the task, the timer or the petition at the same moment wins: the engine's own revisions see to that,
 * and a date is set only while the limit, held meanwhile, still says so. What is still wrong is found again a minute
 * later.
 */
@Component
class TimerRepair {

    private final ManagementService jobs;
    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl engine;
    private final HeldLimits limits;
    private final LostTasks lost;
    private final Journal journal;

    TimerRepair(
            ManagementService jobs,
            TaskService tasks,
            ProcessEngineConfigurationImpl engine,
            HeldLimits limits,
            LostTasks lost,
            Journal journal) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.engine = engine;
        this.limits = limits;
        this.lost = lost;
        this.journal = journal;
    }

    /** False when there was nothing left to do. */
    @Transactional
    public boolean repair(Astray astray) {
        boolean done = switch (astray.what()) {
            case TASK_DATE -> limits.stillWants(astray) && showDue(astray);
            case TIMER_DATE -> limits.stillWants(astray) && wakeAt(astray);
            case TIMER_LOST ->
                engine.getCommandExecutorTxRequired().execute(new TimerAnew(astray.engineId(), astray.place()));
            case TASK_LOST -> lost.note(astray);
        };
        if (done) {
            tell(astray);
        }
        return done;
    }

    private boolean showDue(Astray astray) {
        Task task = tasks.createTaskQuery().taskId(astray.engineId()).singleResult();
        if (task == null) {
            return false;
        }
        task.setDueDate(Date.from(astray.wanted()));
        tasks.saveTask(task);
        return true;
    }

    private boolean wakeAt(Astray astray) {
        boolean there = jobs.createJobQuery().jobId(astray.engineId()).count() == 1;
        if (there) {
            jobs.setJobDuedate(astray.engineId(), Date.from(astray.wanted()));
        }
        return there;
    }

    private void tell(Astray astray) {
        Map<String, String> before = new HashMap<>(Map.of("place", astray.place()));
        Instant found = astray.found();
        if (found != null) {
            before.put("due", found.toString());
        }
        Map<String, String> after = Map.of(
                "place",
                astray.place(),
                "stage",
                Stage.valueOf(astray.stage()).code(),
                "unit",
                astray.unit(),
                "due",
                Objects.toString(astray.wanted()));
        String action = astray.what() == Astray.What.TASK_LOST ? "limit-without-task" : "timer-repaired";
        journal.done(Actor.system(Door.ENGINE), action, astray.petition(), before, after);
    }
}
