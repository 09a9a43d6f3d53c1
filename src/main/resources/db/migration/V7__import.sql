-- Files of petitions that are being taken in, or were.

CREATE TABLE import (
    id                uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    uploader          varchar(40)  NOT NULL REFERENCES person,
    file              varchar(200) NOT NULL,
    -- SHA-256 of the file: rows without an id of their own are known again by it and their line.
    digest            bytea        NOT NULL,
    backlog           boolean      NOT NULL,
    state             varchar(10)  NOT NULL,
    uploaded_at       timestamptz  NOT NULL,
    ended_at          timestamptz,
    -- How the file is written and how many rows it has: found out before the first row goes in.
    format            varchar(10),
    total             integer,
    -- The rows done so far, in the file's order, are the sum of these three.
    created           integer      NOT NULL DEFAULT 0,
    duplicates        integer      NOT NULL DEFAULT 0,
    rejected          integer      NOT NULL DEFAULT 0,
    failure           varchar(60),
    failure_arguments jsonb,
    -- Which node works on it, and until when it is believed to live; by the database's clock, which all nodes share.
    holder            uuid,
    held_until        timestamptz
);
CREATE INDEX import_newest ON import (uploaded_at DESC);
CREATE INDEX import_running ON import (uploaded_at) WHERE state = 'RUNNING';

-- The file itself; gone as soon as the import has ended.
CREATE TABLE import_part (
    import  uuid    NOT NULL REFERENCES import,
    part    integer NOT NULL,
    content bytea   NOT NULL,
    PRIMARY KEY (import, part)
);

-- Rows that did not go in. The row itself is not kept.
CREATE TABLE import_rejection (
    import    uuid        NOT NULL REFERENCES import,
    line      integer     NOT NULL,
    reason    varchar(60) NOT NULL,
    arguments jsonb       NOT NULL,
    PRIMARY KEY (import, line)
);
