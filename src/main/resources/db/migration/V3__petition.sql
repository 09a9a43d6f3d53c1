-- Petitions: their state, their words, the units' parts, their timeline, and half-written forms.

CREATE SEQUENCE petition_number;

CREATE TABLE petition (
    number             varchar(30)  PRIMARY KEY,
    version            bigint       NOT NULL,
    status             varchar(20)  NOT NULL,
    since              timestamptz  NOT NULL,
    -- One more each time the petition goes (back) to units: names the limits of that time.
    round              integer      NOT NULL,
    channel            varchar(20)  NOT NULL,
    account            varchar(100) NOT NULL,
    external_id        varchar(200),
    idempotency_key    varchar(200),
    -- SHA-256 of what was sent: tells a repeated message from another one under the same id.
    digest             bytea        NOT NULL,
    query_code         varchar(12)  NOT NULL,
    kind               varchar(20),
    category           varchar(20)  REFERENCES category,
    suggested_category varchar(20)  REFERENCES category,
    urgency            varchar(20)  NOT NULL,
    hide_identity      boolean      NOT NULL,
    may_be_public      boolean      NOT NULL,
    backlog            boolean      NOT NULL,
    received_at        timestamptz  NOT NULL,
    submitted_at       timestamptz,
    promised_by        timestamptz,
    first_answered_at  timestamptz,
    lead_unit          varchar(20)  REFERENCES unit,
    refusal_reason     varchar(30),
    reached            boolean,
    contacted          boolean,
    solved             boolean,
    satisfaction       varchar(20),
    CONSTRAINT petition_one_per_external_id UNIQUE (channel, account, external_id),
    CONSTRAINT petition_one_per_idempotency_key UNIQUE (channel, account, idempotency_key)
);
CREATE INDEX petition_newest ON petition (received_at DESC, number DESC);
CREATE INDEX petition_status ON petition (status, received_at DESC);

-- Written once. The redacted copies are what people outside the centre read and search.
CREATE TABLE petition_content (
    petition          varchar(30) PRIMARY KEY REFERENCES petition,
    title             varchar(200),
    text              text        NOT NULL,
    address           varchar(200),
    latitude          double precision,
    longitude         double precision,
    petitioner_name   varchar(50),
    petitioner_phone  varchar(30),
    petitioner_email  varchar(250),
    redacted_title    text,
    redacted_text     text        NOT NULL,
    redacted_address  text
);

CREATE TABLE assignment (
    id            bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    petition      varchar(30)  NOT NULL REFERENCES petition,
    unit          varchar(20)  NOT NULL REFERENCES unit,
    duty          varchar(10)  NOT NULL,
    state         varchar(20)  NOT NULL,
    round         integer      NOT NULL,
    assigned_at   timestamptz  NOT NULL,
    ended_at      timestamptz,
    answer        text,
    public_answer text,
    solved        boolean,
    contacted_at  timestamptz,
    dissent       text,
    ground        varchar(20),
    note          text
);
CREATE UNIQUE INDEX assignment_one_open ON assignment (petition, unit) WHERE state = 'IN_HAND';
CREATE INDEX assignment_unit ON assignment (unit, petition);
CREATE INDEX assignment_petition ON assignment (petition);

-- text may be read by the citizen when for_citizen says so; note never.
CREATE TABLE timeline_entry (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    petition    varchar(30) NOT NULL REFERENCES petition,
    at          timestamptz NOT NULL,
    event       varchar(30) NOT NULL,
    unit        varchar(20),
    person      varchar(40) NOT NULL,
    for_citizen boolean     NOT NULL,
    text        text,
    note        text
);
CREATE INDEX timeline_entry_petition ON timeline_entry (petition, id);

-- A half-written form of one person at one task; gone when the task is done or the petition moves on.
CREATE TABLE draft (
    task     varchar(64) NOT NULL,
    person   varchar(40) NOT NULL REFERENCES person,
    petition varchar(30) NOT NULL REFERENCES petition,
    fields   jsonb       NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (task, person)
);
CREATE INDEX draft_petition ON draft (petition);
