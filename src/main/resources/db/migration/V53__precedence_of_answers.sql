-- Which of the messages that wait for a channel leaves first: the same words to thousands hold up nobody's first answer.

ALTER TABLE outbound_reply
    ADD COLUMN precedence varchar(20) NOT NULL DEFAULT 'USUAL' CHECK (precedence IN ('PROMISED', 'USUAL', 'TO_MANY'));

-- A node asks for the first in turn after each call; without an index all that wait would be sorted each time.
CREATE INDEX wenzheng_external_task_in_turn ON public.act_ru_ext_task (priority_ DESC, create_time_ ASC);
