package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The process that carries a petition from task to task; kept by room {@code process}. */
public interface PetitionProcess {

    /**
     * An open task of a petition's process or of its supervision.
     *
     * @param task the task's word, for example {@code HandlePetition}
     * @param unit the unit that has to act; null for tasks of the centre
     * @param due until when; null when the task has no limit
     * @param assignee who has claimed it; null while it is free
     */
    record OpenTask(
            String id,
            String task,
            String petition,
            @Nullable String unit,
            @Nullable Instant due,
            @Nullable String assignee) {}

    /** One page of open tasks and how many there are in all. */
    record TaskPage(List<OpenTask> items, long total) {}

    /** Which of somebody's tasks are meant: those whose limit is over, those whose limit ends today, or all. */
    enum Due {
        ANY,
        LATE,
        TODAY
    }

    /** The day as the city counts it: what is due before {@code now} is late, what is due before {@code end} is near. */
    record Today(Instant now, Instant end) {}

    /** One page of what waits for somebody, with how many there are in all, over their limit and due today. */
    record Waiting(List<OpenTask> items, long total, long late, long today) {}

    /** Starts the process of a petition, in the caller's transaction. */
    void begin(String petition);

    /**
     * As {@link #begin}, for what a platform brings: only that it is to begin stays with the caller's transaction, the process
     * begins by itself a moment later.
     */
    void beginLater(Collection<String> petitions);

    /** True between {@link #beginLater} and the first step. */
    boolean isToBegin(String petition);

    /**
     * Ends a task of a petition with a decision; the task's listener takes the decision to {@link PetitionDesk}.
     *
     * @param unit whose part is ended, for {@code HANDLE_PETITION}; null otherwise
     * @return false when the petition does not stand at that task for this actor; nothing has changed then
     */
    boolean complete(String petition, PetitionTask task, @Nullable String unit, PetitionCommand command, Actor actor);

    /** Takes the petition out of its units' hands and gives it to those that now have an open assignment. */
    void reassign(String petition);

    /** Ends the petition's process because the citizen has withdrawn. */
    void withdraw(String petition);

    /** The open tasks of the caller, the most urgent first. */
    TaskPage tasksOf(Actor actor, int page, int size);

    /**
     * What waits for the caller: his own tasks and the free ones, not those a colleague has claimed, the most urgent
     * first; one statement.
     */
    Waiting waitingFor(Actor actor, Due due, Today today, int page, int size);

    /** One open task, if the caller may work on it. */
    Optional<OpenTask> task(String id, Actor actor);

    /** Gives a claimed task back to all who may take it; refused unless the caller holds it. */
    void release(String task, Actor actor);

    /** Hands a task the caller holds or may take to a colleague of the same unit. */
    void handOver(String task, String colleague, Actor actor);
}
