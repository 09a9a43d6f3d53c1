-- The job executor asks every second at least: what is due, oldest first, and whose petition is nobody at? With 100,000
-- waiting timers the index of V1 was read from end to end for the first question and the whole table for the second.

DROP INDEX public.wenzheng_job_by_due_date;
CREATE INDEX wenzheng_job_by_due_date ON public.act_ru_job (duedate_) WHERE retries_ > 0;
CREATE INDEX wenzheng_job_at_work ON public.act_ru_job (process_instance_id_) WHERE exclusive_ AND lock_owner_ IS NOT NULL;
