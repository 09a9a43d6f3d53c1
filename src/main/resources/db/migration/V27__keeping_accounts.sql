-- What keeping the accounts of thousands of units needs, and words that were pasted in from a platform.

ALTER TABLE channel_secret ADD COLUMN made_by varchar(40) NOT NULL DEFAULT 'system';

-- A channel stands here while all of it is switched off.
CREATE TABLE channel_off (
    channel varchar(20) PRIMARY KEY,
    at      timestamptz NOT NULL
);

-- Grows with every change of accounts, secrets and switches: a node that sees it reads them anew.
CREATE TABLE channel_version (
    one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    version bigint  NOT NULL
);
INSERT INTO channel_version (version) VALUES (0);

-- The demo city's sealing key: it has no secrets worth one, and all its nodes need the same.
CREATE TABLE channel_demo_key (
    one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    key     bytea   NOT NULL
);

-- A table of accounts that waits to be confirmed.
CREATE TABLE channel_import (
    id          uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    file        varchar(200) NOT NULL,
    rows        jsonb        NOT NULL,
    -- What it would have changed when somebody last looked.
    foreseen    bytea        NOT NULL,
    uploader    varchar(40)  NOT NULL,
    uploaded_at timestamptz  NOT NULL,
    applied_at  timestamptz
);
CREATE INDEX channel_import_newest ON channel_import (uploaded_at DESC, id);

-- Where words come from that an operator has pasted in: the answer goes back there by hand.
CREATE TABLE pasted_source (
    petition varchar(30)   PRIMARY KEY REFERENCES petition,
    platform varchar(20)   NOT NULL,
    link     varchar(1000),
    author   varchar(100),
    said_at  timestamptz
);
CREATE UNIQUE INDEX pasted_source_link ON pasted_source (link) WHERE link IS NOT NULL;
