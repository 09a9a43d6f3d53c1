-- What an operator may decide beside accepting and refusing, and how a decision is taken back before anybody knows of it.

ALTER TABLE petition
    ALTER COLUMN status TYPE varchar(30),
    ADD COLUMN supplement_until timestamptz,
    -- The petitioner reads of the last decision from then on.
    ADD COLUMN undo_until timestamptz,
    ADD CHECK ((status = 'WAITING_FOR_PETITIONER') = (supplement_until IS NOT NULL));

-- Null: at once.
ALTER TABLE timeline_entry ADD COLUMN told_from timestamptz;
ALTER TABLE notice ADD COLUMN told_from timestamptz;
ALTER TABLE outbound_reply ADD COLUMN told_from timestamptz;

CREATE TABLE intake_decision (
    id                uuid        PRIMARY KEY,
    petition          varchar(30) NOT NULL REFERENCES petition,
    person            varchar(40) NOT NULL,
    decided_at        timestamptz NOT NULL,
    undo_until        timestamptz NOT NULL,
    undone_at         timestamptz,
    -- The last line of the timeline it wrote, and the petition as it left it: whatever comes after makes it stand.
    last_entry        bigint      NOT NULL,
    version           bigint      NOT NULL,
    -- What it has changed.
    since             timestamptz NOT NULL,
    kind              varchar(20),
    category          varchar(20),
    urgency           varchar(20) NOT NULL,
    -- True when it has put the petition to a matter.
    attached          boolean     NOT NULL,
    first_answered_at timestamptz
);
CREATE INDEX intake_decision_petition ON intake_decision (petition, decided_at);
