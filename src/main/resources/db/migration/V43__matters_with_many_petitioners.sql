-- One matter, many petitioners: petitions about the same thing are handled once and answered each for itself.

CREATE SEQUENCE matter_number;

CREATE TABLE matter (
    number        varchar(30) PRIMARY KEY,
    -- The member whose tasks are the matter's work.
    lead          varchar(30) NOT NULL REFERENCES petition,
    -- Who led it before and has left: the units' time of that member counts on.
    previous_lead varchar(30) REFERENCES petition,
    state         varchar(20) NOT NULL,
    opened_at     timestamptz NOT NULL,
    passed_at     timestamptz,
    ended_at      timestamptz,
    -- What every member is told, as the reviewer has let it out.
    answer        text,
    -- How many members were not content with it.
    unhappy       integer     NOT NULL DEFAULT 0
);
-- A petition leads one matter at a time; after an answer that did not help it may lead another.
CREATE UNIQUE INDEX matter_lead_once ON matter (lead) WHERE state = 'IN_HAND';
CREATE INDEX matter_opened ON matter (opened_at DESC, number DESC);
CREATE INDEX matter_lead ON matter (lead);

CREATE TABLE matter_member (
    matter      varchar(30) NOT NULL REFERENCES matter,
    petition    varchar(30) NOT NULL REFERENCES petition,
    seq         bigint      GENERATED ALWAYS AS IDENTITY,
    joined_at   timestamptz NOT NULL,
    -- What this member alone is told beside the answer.
    remark      text,
    -- Set with the words on their way: each member is answered once.
    answered_at timestamptz,
    unhappy_at  timestamptz,
    left_at     timestamptz,
    left_how    varchar(20),
    CONSTRAINT matter_member_once PRIMARY KEY (matter, petition)
);
CREATE UNIQUE INDEX matter_member_of_one ON matter_member (petition) WHERE left_at IS NULL;
CREATE INDEX matter_member_waiting ON matter_member (matter, seq) WHERE answered_at IS NULL AND left_at IS NULL;

ALTER TABLE petition
    ADD matter        varchar(30),
    ADD awaits_matter boolean NOT NULL DEFAULT false;
CREATE INDEX petition_matter ON petition (matter, received_at DESC) WHERE matter IS NOT NULL;
