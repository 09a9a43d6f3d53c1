-- Petitions that the system accepts and dispatches by itself where the city wants it to.

-- The city's one rule.
CREATE TABLE alone_rule (
    one           boolean          PRIMARY KEY DEFAULT true CHECK (one),
    active        boolean          NOT NULL DEFAULT false,
    threshold     double precision NOT NULL DEFAULT 0.97 CHECK (threshold BETWEEN 0.5 AND 1),
    kinds         text[]           NOT NULL DEFAULT '{INQUIRY,HELP}',
    daily_cap     integer          NOT NULL DEFAULT 200 CHECK (daily_cap BETWEEN 1 AND 100000),
    sample_share  double precision NOT NULL DEFAULT 0.05 CHECK (sample_share BETWEEN 0 AND 1),
    returns_limit double precision NOT NULL DEFAULT 0.05 CHECK (returns_limit BETWEEN 0 AND 1),
    -- What came in before is people's work.
    since         timestamptz,
    -- Why it was switched off by itself; null when somebody has done it.
    off_why       varchar(20)
);
INSERT INTO alone_rule DEFAULT VALUES;

-- Every petition the system has looked at, once: decided, or left to people and why.
CREATE TABLE alone_decision (
    petition    varchar(30)      PRIMARY KEY REFERENCES petition,
    left_why    varchar(20),
    at          timestamptz      NOT NULL,
    version     bigint           NOT NULL,
    certainty   double precision,
    category    varchar(20),
    unit        varchar(20),
    -- Drawn for control, and what a person has made of it.
    sampled     boolean          NOT NULL DEFAULT false,
    verdict     varchar(10),
    judged_by   varchar(40),
    judged_at   timestamptz,
    returned_at timestamptz
);
CREATE INDEX alone_decision_made ON alone_decision (at) WHERE left_why IS NULL;
CREATE INDEX alone_decision_control ON alone_decision (at) WHERE sampled;
-- The list of petitions asks for those that the system has accepted.
CREATE INDEX timeline_entry_alone ON timeline_entry (petition) WHERE event = 'ACCEPTED' AND person = 'system';
