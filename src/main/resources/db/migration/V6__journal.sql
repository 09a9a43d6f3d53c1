-- What was done and what was refused, kept for good: the running application may add lines and read them, nothing else.

CREATE TABLE journal (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz  NOT NULL,
    actor    varchar(40)  NOT NULL,
    door     varchar(20)  NOT NULL,
    action   varchar(60)  NOT NULL,
    petition varchar(30),
    outcome  varchar(10)  NOT NULL CHECK (outcome IN ('done', 'refused')),
    reason   varchar(60),
    before   jsonb,
    after    jsonb,
    CHECK ((outcome = 'refused') = (reason IS NOT NULL)),
    CHECK ((outcome = 'done') = (before IS NOT NULL AND after IS NOT NULL))
);
CREATE INDEX journal_petition ON journal (petition, id) WHERE petition IS NOT NULL;

REVOKE ALL ON journal FROM "${appRole}";
GRANT SELECT, INSERT ON journal TO "${appRole}";
