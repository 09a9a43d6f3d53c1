-- Which of the messages that wait for a channel leaves first: the same words to thousands hold up nobody's first answer.

ALTER TABLE outbound_reply
    ADD COLUMN precedence varchar(20) NOT NULL DEFAULT 'USUAL' CHECK (precedence IN ('PROMISED', 'USUAL', 'TO_MANY'));
