-- When the next node may compare limits with timers, by the database's own clock. One row.

CREATE TABLE timer_sweep (
    one     boolean     PRIMARY KEY DEFAULT true CHECK (one),
    next_at timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO timer_sweep DEFAULT VALUES;

-- Limits that run while nobody has a task for them, as the last comparison has found them. No foreign key: a petition's
-- limits are not kept from anything by having been looked at.
CREATE TABLE limit_without_task (
    petition varchar(30) NOT NULL,
    stage    varchar(20) NOT NULL,
    unit     varchar(20) NOT NULL,
    round    integer     NOT NULL,
    due_at   timestamptz NOT NULL,
    PRIMARY KEY (petition, stage, unit, round)
);
