-- What a citizen says after his petition, the pictures that are still to be fetched, and what stood where he said it.

-- A petition that belongs, or may belong, to an earlier one.
CREATE TABLE follow_up (
    petition varchar(30) PRIMARY KEY REFERENCES petition,
    earlier  varchar(30) NOT NULL REFERENCES petition,
    state    varchar(20) NOT NULL,
    at       timestamptz NOT NULL
);
CREATE INDEX follow_up_earlier ON follow_up (earlier);

-- Pictures and files that a worker fetches after the message was acknowledged.
CREATE TABLE inbound_media (
    id         bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message    bigint        NOT NULL REFERENCES inbound_message,
    petition   varchar(30)   NOT NULL REFERENCES petition,
    account    bigint        NOT NULL REFERENCES channel_account,
    type       varchar(20)   NOT NULL,
    media      varchar(2000) NOT NULL,
    name       varchar(200),
    -- The bytes, when they came with the message; forgotten when they are kept as an attachment.
    content    bytea,
    state      varchar(20)   NOT NULL,
    tries      integer       NOT NULL DEFAULT 0,
    next_at    timestamptz   NOT NULL,
    held_until timestamptz
);
CREATE INDEX inbound_media_waiting ON inbound_media (next_at) WHERE state = 'WAITING';
CREATE INDEX inbound_media_petition ON inbound_media (petition);

-- A public post as it stood at intake; nothing changes it afterwards.
CREATE TABLE source_evidence (
    petition varchar(30) PRIMARY KEY REFERENCES petition,
    text     text        NOT NULL,
    said_at  timestamptz NOT NULL,
    page     varchar(500),
    pictures integer     NOT NULL,
    -- SHA-256 over address, time, pictures' addresses and text, each with its length before it.
    digest   bytea       NOT NULL,
    taken_at timestamptz NOT NULL
);

-- Which public posts are looked for next.
CREATE INDEX petition_source_look ON petition_source (checked_at) WHERE is_public AND state IS DISTINCT FROM 'DELETED';
