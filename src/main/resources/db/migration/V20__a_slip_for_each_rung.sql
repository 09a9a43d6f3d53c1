-- A slip is one rung of one limit and no more; what a calendar edit has undone leaves room for a new one.

ALTER TABLE supervision_slip ADD COLUMN undone_at timestamptz;
-- Slips that were open before: their processes still raise them in place, up to the ruling.
ALTER TABLE supervision_slip ADD COLUMN climbs boolean NOT NULL DEFAULT false;
UPDATE supervision_slip SET climbs = true WHERE ended_at IS NULL;
ALTER TABLE supervision_slip DROP CONSTRAINT supervision_slip_once;
CREATE UNIQUE INDEX supervision_slip_once ON supervision_slip (petition, unit, stage, round, rung)
    WHERE undone_at IS NULL;
CREATE INDEX supervision_slip_open_rung ON supervision_slip (rung, due_at) WHERE ended_at IS NULL;

-- The holder of a limit is urged once.
CREATE TABLE limit_urge (
    petition varchar(30) NOT NULL REFERENCES petition,
    unit     varchar(20) NOT NULL REFERENCES unit,
    stage    varchar(20) NOT NULL,
    round    integer     NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (petition, unit, stage, round)
);

-- Until now a missed limit was a fact of the rung its slip began on.
ALTER TABLE assessment_fact ADD COLUMN rung varchar(20) NOT NULL DEFAULT 'BLUE';
ALTER TABLE assessment_fact ALTER COLUMN rung DROP DEFAULT;
ALTER TABLE assessment_fact ADD COLUMN corrected boolean NOT NULL DEFAULT false;
ALTER TABLE assessment_fact DROP CONSTRAINT assessment_fact_pkey;
ALTER TABLE assessment_fact ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;
CREATE UNIQUE INDEX assessment_fact_once ON assessment_fact (petition, unit, stage, round, rung)
    WHERE NOT corrected AND rule <> 'CORRECTED';

-- When the holder is urged and how high a missed limit climbs; the last row whose time has come is in force.
CREATE TABLE ladder (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    valid_from    timestamptz NOT NULL,
    urge_percent  integer     NOT NULL,
    blue_percent  integer     NOT NULL,
    -- Working days after the limit's end.
    red_days      integer     NOT NULL,
    raised_days   integer     NOT NULL,
    ruling_days   integer     NOT NULL,
    set_by        varchar(40) NOT NULL,
    set_at        timestamptz NOT NULL,
    CHECK (urge_percent BETWEEN 1 AND 99 AND blue_percent BETWEEN urge_percent AND 99),
    CHECK (red_days BETWEEN 1 AND 30 AND raised_days > red_days AND raised_days <= 60),
    CHECK (ruling_days BETWEEN 1 AND 30)
);
INSERT INTO ladder (valid_from, urge_percent, blue_percent, red_days, raised_days, ruling_days, set_by, set_at)
VALUES ('2000-01-01T00:00:00Z', 50, 80, 1, 2, 3, 'system', '2000-01-01T00:00:00Z');
