-- A clock as a ledger: what it may use, when it stood still, who moved it and why. The due date beside it is a projection.

ALTER TABLE deadline
    ADD COLUMN budget        varchar(60),
    -- The service level the budget came from; null for the centre's own stages.
    ADD COLUMN level         varchar(20),
    ADD COLUMN extended_days integer NOT NULL DEFAULT 0 CHECK (extended_days >= 0),
    -- The stretches in which it stands still, in order; the last one may end in the future.
    ADD COLUMN paused_from   timestamptz[] NOT NULL DEFAULT '{}',
    ADD COLUMN paused_until  timestamptz[] NOT NULL DEFAULT '{}',
    -- A clock that had not run out when it was moved cannot have run out before.
    ADD COLUMN not_before    timestamptz,
    ADD CHECK (cardinality(paused_from) = cardinality(paused_until));

-- What every clock of the earlier releases was started with.
UPDATE deadline d
SET level = CASE WHEN d.stage = 'HANDLING' THEN
                CASE WHEN p.urgency <> 'NORMAL' THEN p.urgency WHEN p.kind = 'INQUIRY' THEN 'INQUIRY' ELSE 'NORMAL' END
            END
FROM petition p
WHERE p.number = d.petition;
UPDATE deadline d
SET budget = CASE
    WHEN d.stage = 'PROMISE' THEN 'promise 28800'
    WHEN d.stage = 'ACCEPTANCE' THEN CASE WHEN p.backlog THEN 'days 1/2' ELSE 'promise 28800' END
    WHEN d.stage = 'ASSIGNMENT' THEN 'days 1/2'
    WHEN d.stage = 'CALL_BACK' THEN 'days 3/1'
    WHEN d.level = 'LIFE' THEN 'elapsed 7200'
    WHEN d.level = 'SUPPLY' THEN 'elapsed 86400'
    WHEN d.level = 'NORMAL' THEN 'days 5/1'
    ELSE 'days 1/1' END
FROM petition p
WHERE p.number = d.petition;
-- The table cannot be altered while the deferred checks of the rows just changed still wait.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE deadline ALTER COLUMN budget SET NOT NULL;

-- Kept for good: the running application may add lines and read them, nothing else.
CREATE TABLE clock_entry (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    petition      varchar(30) NOT NULL,
    stage         varchar(20) NOT NULL,
    unit          varchar(20) NOT NULL,
    round         integer     NOT NULL,
    at            timestamptz NOT NULL,
    kind          varchar(20) NOT NULL,
    cause         varchar(30) NOT NULL,
    actor         varchar(40) NOT NULL,
    -- Until when it stands still; of a pause.
    paused_until  timestamptz,
    level_before  varchar(20),
    level_after   varchar(20),
    budget_before varchar(60) NOT NULL,
    budget_after  varchar(60) NOT NULL,
    -- How many working days were granted on top; of an extension.
    granted_days  integer,
    due_before    timestamptz NOT NULL,
    due_after     timestamptz NOT NULL,
    FOREIGN KEY (petition, stage, unit, round) REFERENCES deadline
);
CREATE INDEX clock_entry_clock ON clock_entry (petition, stage, unit, round, id);

REVOKE ALL ON clock_entry FROM "${appRole}";
GRANT SELECT, INSERT ON clock_entry TO "${appRole}";

-- No due date moves without a line that says from where to where.
CREATE FUNCTION due_date_moves_by_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM clock_entry e
                   WHERE e.petition = NEW.petition AND e.stage = NEW.stage AND e.unit = NEW.unit
                     AND e.round = NEW.round AND e.due_before = OLD.due_at AND e.due_after = NEW.due_at) THEN
        RAISE EXCEPTION 'the due date of % % % % moved without an entry',
            NEW.petition, NEW.stage, NEW.unit, NEW.round USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER deadline_due_date_moves_by_entry
    AFTER UPDATE OF due_at ON deadline DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.due_at IS DISTINCT FROM NEW.due_at) EXECUTE FUNCTION due_date_moves_by_entry();

-- Lists and start pages count what somebody has to act on now; the petition's own two clocks only measure.
CREATE INDEX deadline_to_act_on ON deadline (due_at)
    WHERE ended_at IS NULL AND stage NOT IN ('CASE_HANDLING', 'WHOLE');

-- While its units' clocks stand still (挂起), a petition remembers what it was.
ALTER TABLE petition
    ADD COLUMN paused_status varchar(20),
    ADD COLUMN paused_reason varchar(30),
    ADD COLUMN paused_until  timestamptz,
    ADD COLUMN complex       boolean NOT NULL DEFAULT false,
    ADD CHECK ((status = 'PAUSED') = (paused_status IS NOT NULL)),
    ADD CHECK ((status = 'PAUSED') = (paused_until IS NOT NULL));
CREATE INDEX petition_paused ON petition (paused_until) WHERE status = 'PAUSED';

-- A unit asks for more time (延期); the centre decides.
CREATE TABLE extension_request (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    petition   varchar(30) NOT NULL REFERENCES petition,
    unit       varchar(20) NOT NULL REFERENCES unit,
    round      integer     NOT NULL,
    days       integer     NOT NULL CHECK (days >= 1),
    reason     text        NOT NULL,
    asked_by   varchar(40) NOT NULL,
    asked_at   timestamptz NOT NULL,
    granted    boolean,
    decided_by varchar(40),
    decided_at timestamptz,
    note       text,
    CHECK ((granted IS NULL) = (decided_at IS NULL))
);
CREATE UNIQUE INDEX extension_request_one_open ON extension_request (petition, unit, round) WHERE decided_at IS NULL;
CREATE INDEX extension_request_petition ON extension_request (petition, id);
