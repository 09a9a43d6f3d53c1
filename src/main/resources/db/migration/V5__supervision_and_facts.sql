-- Supervision slips with what was done to them, and the facts on which units are assessed.

CREATE SEQUENCE slip_number;

CREATE TABLE supervision_slip (
    id           varchar(30) PRIMARY KEY,
    petition     varchar(30) NOT NULL REFERENCES petition,
    -- The centre's code for the centre's own stages.
    unit         varchar(20) NOT NULL REFERENCES unit,
    stage        varchar(20) NOT NULL,
    round        integer     NOT NULL,
    rule         varchar(20) NOT NULL,
    rung         varchar(20) NOT NULL,
    state        varchar(20) NOT NULL,
    limit_due_at timestamptz NOT NULL,
    opened_at    timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    ended_at     timestamptz,
    CONSTRAINT supervision_slip_once UNIQUE (petition, unit, stage, round, rule)
);
CREATE INDEX supervision_slip_open ON supervision_slip (due_at) WHERE ended_at IS NULL;
CREATE INDEX supervision_slip_unit ON supervision_slip (unit, due_at);

-- Lines are only added: an earlier rung's report and its examination stay on record.
CREATE TABLE slip_entry (
    id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slip   varchar(30) NOT NULL REFERENCES supervision_slip,
    at     timestamptz NOT NULL,
    act    varchar(20) NOT NULL,
    person varchar(40) NOT NULL,
    rung   varchar(20) NOT NULL,
    text   text
);
CREATE INDEX slip_entry_slip ON slip_entry (slip, id);

CREATE TABLE assessment_fact (
    petition varchar(30) NOT NULL REFERENCES petition,
    unit     varchar(20) NOT NULL REFERENCES unit,
    stage    varchar(20) NOT NULL,
    round    integer     NOT NULL,
    rule     varchar(20) NOT NULL,
    -- The true instant of the breach, however late it was noticed.
    at       timestamptz NOT NULL,
    PRIMARY KEY (petition, unit, stage, round, rule)
);
CREATE INDEX assessment_fact_newest ON assessment_fact (at DESC);
