-- Copies the one instance with the business key ${template} ${copies} times, with what the engine needs to go on with it.
-- Every copy has ids and a business key of its own, which begin with ${prefix} and its number.

INSERT INTO act_ru_execution
SELECT (jsonb_populate_record(source, jsonb_build_object(
    'id_', copy || source.id_, 'parent_id_', copy || source.parent_id_, 'proc_inst_id_', copy || source.proc_inst_id_,
    'root_proc_inst_id_', copy || source.root_proc_inst_id_, 'business_key_', CASE WHEN source.business_key_ IS NOT NULL THEN copy END))).*
FROM act_ru_execution source JOIN act_ru_execution instance ON instance.id_ = source.proc_inst_id_ AND instance.business_key_ = '${template}',
    generate_series(1, ${copies}) AS n, LATERAL (SELECT '${prefix}' || lpad(n::text, 6, '0') AS copy) AS named
ORDER BY n, source.parent_id_ NULLS FIRST;

INSERT INTO act_ru_task
SELECT (jsonb_populate_record(source, jsonb_build_object(
    'id_', copy || source.id_, 'execution_id_', copy || source.execution_id_, 'proc_inst_id_', copy || source.proc_inst_id_))).*
FROM act_ru_task source JOIN act_ru_execution instance ON instance.id_ = source.proc_inst_id_ AND instance.business_key_ = '${template}',
    generate_series(1, ${copies}) AS n, LATERAL (SELECT '${prefix}' || lpad(n::text, 6, '0') AS copy) AS named;

INSERT INTO act_ru_identitylink
SELECT (jsonb_populate_record(source, jsonb_build_object('id_', copy || source.id_, 'task_id_', copy || source.task_id_))).*
FROM act_ru_identitylink source JOIN act_ru_task task ON task.id_ = source.task_id_
    JOIN act_ru_execution instance ON instance.id_ = task.proc_inst_id_ AND instance.business_key_ = '${template}',
    generate_series(1, ${copies}) AS n, LATERAL (SELECT '${prefix}' || lpad(n::text, 6, '0') AS copy) AS named;

INSERT INTO act_ru_variable
SELECT (jsonb_populate_record(source, jsonb_build_object(
    'id_', copy || source.id_, 'execution_id_', copy || source.execution_id_, 'proc_inst_id_', copy || source.proc_inst_id_,
    'var_scope_', copy || source.var_scope_))).*
FROM act_ru_variable source JOIN act_ru_execution instance ON instance.id_ = source.proc_inst_id_ AND instance.business_key_ = '${template}',
    generate_series(1, ${copies}) AS n, LATERAL (SELECT '${prefix}' || lpad(n::text, 6, '0') AS copy) AS named;

INSERT INTO act_ru_event_subscr
SELECT (jsonb_populate_record(source, jsonb_build_object(
    'id_', copy || source.id_, 'execution_id_', copy || source.execution_id_, 'proc_inst_id_', copy || source.proc_inst_id_))).*
FROM act_ru_event_subscr source JOIN act_ru_execution instance ON instance.id_ = source.proc_inst_id_ AND instance.business_key_ = '${template}',
    generate_series(1, ${copies}) AS n, LATERAL (SELECT '${prefix}' || lpad(n::text, 6, '0') AS copy) AS named;

INSERT INTO act_ru_job
SELECT (jsonb_populate_record(source, jsonb_build_object(
    'id_', copy || source.id_, 'execution_id_', copy || source.execution_id_, 'process_instance_id_', copy || source.process_instance_id_,
    'root_proc_inst_id_', copy || source.root_proc_inst_id_))).*
FROM act_ru_job source JOIN act_ru_execution instance ON instance.id_ = source.process_instance_id_ AND instance.business_key_ = '${template}',
    generate_series(1, ${copies}) AS n, LATERAL (SELECT '${prefix}' || lpad(n::text, 6, '0') AS copy) AS named;
