-- The operators' bench: which petition stands before whom, what was put off, what was decided there.

-- Nobody else gets a petition while its row is alive: a tab renews its rows, and a minute after it is gone they lapse.
CREATE TABLE bench_lease (
    petition varchar(30) PRIMARY KEY REFERENCES petition,
    operator varchar(40) NOT NULL REFERENCES person,
    tab      uuid        NOT NULL,
    turn     bigint      GENERATED ALWAYS AS IDENTITY,
    -- Since when it stands before the operator; null while it is the next one.
    shown_at timestamptz,
    -- By the database's own clock, the only one that all nodes share.
    beat_at  timestamptz NOT NULL
);
CREATE INDEX bench_lease_tab ON bench_lease (tab);

-- What an operator wants to decide later; others may decide it meanwhile.
CREATE TABLE bench_put_off (
    petition varchar(30) NOT NULL REFERENCES petition,
    operator varchar(40) NOT NULL REFERENCES person,
    until    timestamptz NOT NULL,
    PRIMARY KEY (petition, operator)
);

CREATE TABLE bench_decision (
    id           uuid        PRIMARY KEY,
    petition     varchar(30) NOT NULL REFERENCES petition,
    operator     varchar(40) NOT NULL REFERENCES person,
    action       varchar(20) NOT NULL,
    -- True when topic and unit were those of the suggestion.
    as_suggested boolean     NOT NULL,
    shown_at     timestamptz NOT NULL,
    decided_at   timestamptz NOT NULL,
    undone_at    timestamptz,
    -- When a unit sent it back as not its own.
    returned_at  timestamptz
);
CREATE INDEX bench_decision_operator ON bench_decision (operator, decided_at DESC);
CREATE INDEX bench_decision_newest ON bench_decision (decided_at DESC);
CREATE INDEX bench_decision_petition ON bench_decision (petition);

-- The queue in its order: danger to life, then what is promised soonest.
CREATE INDEX petition_waiting ON petition ((urgency <> 'LIFE'), promised_by, received_at, number) WHERE status = 'RECEIVED';
