package cn.wenzheng.process.sweep;

/**
 * The statement of the sweep: the city's running limits and open slips beside the engine's tasks and timers, all of one
 * moment. A petition on its way from one step to the next is seen before or after it, never between; one whose process is
 * still to begin has lost nothing.
 *
 * <p>A timer that has woken up is gone, too: what it has brought about tells the one from the other; before there were
 * blue slips that was a line of the journal. One that failed and is tried again carries the date of the next try. The
 * engine keeps local times of the node's zone, and so does the connection.
 */
final class Comparison {

    static final String SQL = """
            WITH tasks AS (SELECT * FROM unnest(:stages, :tasks, :dated) AS known (stage, task, dated)),
            timers AS (SELECT * FROM unnest(:clocks, :events, :marks) AS known (clock, event, mark)),
            waiting AS MATERIALIZED (
                SELECT task.id_ AS task, task.execution_id_ AS execution, task.task_def_key_ AS element,
                       task.proc_def_id_ AS model, task.due_date_ AS shown, instance.business_key_ AS petition,
                       task.proc_inst_id_ AS instance
                FROM act_ru_task task JOIN act_ru_execution instance ON instance.id_ = task.proc_inst_id_),
            held AS (
                SELECT waiting.*, link.group_id_ AS team
                FROM waiting
                LEFT JOIN act_ru_identitylink link ON link.task_id_ = waiting.task AND link.type_ = 'candidate'
                                                  AND link.group_id_ LIKE :units || '%'
                WHERE element IN (SELECT task FROM tasks)),
            of_limits AS MATERIALIZED (
                SELECT held.task, execution, element, model, shown, deadline.petition, stage, unit, round, stage AS clock,
                       dated, urge_at::timestamp AS half, remind_at::timestamp AS near, due_at::timestamp AS ends
                FROM held JOIN tasks ON tasks.task = held.element
                JOIN deadline USING (petition, stage)
                WHERE ended_at IS NULL AND (team IS NULL OR team = :units || unit)),
            watched AS MATERIALIZED (
                SELECT * FROM of_limits
                UNION ALL
                SELECT task, execution, element, model, shown, slip.petition, stage, unit, round, :slip, true, NULL, NULL,
                       due_at::timestamp
                FROM waiting
                JOIN act_ru_variable kept ON kept.execution_id_ = waiting.instance AND kept.name_ = :slipVariable
                JOIN supervision_slip slip ON slip.id = kept.text_
                WHERE element = ANY (:slipTasks) AND ended_at IS NULL),
            wanted AS (
                SELECT watched.*, event, mark, CASE mark WHEN 'HALF' THEN half WHEN 'NEAR' THEN near ELSE ends END AS wakes
                FROM watched JOIN timers USING (clock)
                WHERE clock <> :slip OR element = :slipTimed)
            SELECT 'TASK_DATE' AS what, petition, stage, unit, round, element AS place, ends AS wanted, shown AS found,
                   task AS id
            FROM watched
            WHERE dated AND (shown IS NULL OR shown NOT BETWEEN ends - :slack::interval AND ends + :slack::interval)
            UNION ALL
            SELECT CASE WHEN job.id_ IS NULL THEN 'TIMER_LOST' ELSE 'TIMER_DATE' END, petition, stage, unit, round, event,
                   wakes, job.duedate_, coalesce(job.id_, execution)
            FROM wanted LEFT JOIN act_ru_job job ON job.execution_id_ = execution AND job.handler_cfg_ = event
            WHERE CASE WHEN job.id_ IS NOT NULL THEN
                job.exception_msg_ IS NULL
                AND job.duedate_ NOT BETWEEN wakes - :slack::interval AND wakes + :slack::interval
            ELSE
                EXISTS (SELECT FROM act_ru_jobdef known WHERE known.proc_def_id_ = model AND known.act_id_ = event)
                AND (clock = :slip OR mark = 'HALF' OR NOT EXISTS (
                    SELECT FROM supervision_slip slip
                    WHERE slip.petition = wanted.petition AND slip.unit = wanted.unit AND slip.stage = wanted.stage
                      AND slip.round = wanted.round AND slip.undone_at IS NULL
                      AND (mark = 'NEAR' OR slip.rung <> 'BLUE' OR slip.rule IN ('OVERDUE', 'NOT_SIGNED'))))
                AND (mark <> 'HALF' OR NOT EXISTS (
                    SELECT FROM limit_urge urge
                    WHERE urge.petition = wanted.petition AND urge.unit = wanted.unit AND urge.stage = wanted.stage
                      AND urge.round = wanted.round))
                AND (mark <> 'NEAR' OR NOT EXISTS (
                    SELECT FROM journal told
                    WHERE told.petition = wanted.petition AND told.action = 'limit-reminded'
                      AND told.after ->> 'unit' = wanted.unit
                      AND told.after ->> 'stage' = lower(replace(wanted.stage, '_', '-'))))
            END
            UNION ALL
            SELECT 'TASK_LOST', petition, stage, unit, round, tasks.task, due_at::timestamp, NULL, NULL
            FROM deadline running JOIN tasks USING (stage)
            WHERE ended_at IS NULL
              AND NOT EXISTS (SELECT FROM of_limits WHERE of_limits.petition = running.petition
                                AND of_limits.stage = running.stage AND of_limits.unit = running.unit)
              AND NOT EXISTS (SELECT FROM petition_to_begin arrived WHERE arrived.petition = running.petition)
            LIMIT :most
            """;

    private Comparison() {}
}
