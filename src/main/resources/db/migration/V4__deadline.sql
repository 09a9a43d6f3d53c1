-- Until when: one row per petition, stage, unit and round; the truth for timers, tasks and lists.

CREATE TABLE deadline (
    -- Deferred: a petition's promise is known before its own row is written, in one transaction.
    petition   varchar(30) NOT NULL REFERENCES petition DEFERRABLE INITIALLY DEFERRED,
    stage      varchar(20) NOT NULL,
    unit       varchar(20) NOT NULL REFERENCES unit,
    round      integer     NOT NULL CHECK (round >= 1),
    started_at timestamptz NOT NULL,
    -- Four fifths of the limit, used up in the same kind of time.
    remind_at  timestamptz NOT NULL CHECK (remind_at >= started_at),
    due_at     timestamptz NOT NULL CHECK (due_at >= remind_at),
    ended_at   timestamptz,
    PRIMARY KEY (petition, stage, unit, round)
);
CREATE INDEX deadline_running ON deadline (due_at) WHERE ended_at IS NULL;
