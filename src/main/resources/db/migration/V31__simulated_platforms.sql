-- The other side of every channel as the demo city plays it: what was said there, what was told there, what is still to be
-- pushed. Rows, so that another node sees the same platforms and a killed one forgets nothing. Empty outside the demo city;
-- what is older than sixty days is forgotten.

-- Above 2^53, as the ids of large platforms are: whoever reads one as a number loses its end.
CREATE SEQUENCE simulated_id START WITH 10000000000000001;

-- What a citizen has said, and what he has done besides speaking.
CREATE TABLE simulated_post (
    id        bigint       PRIMARY KEY DEFAULT nextval('simulated_id'),
    platform  varchar(20)  NOT NULL,
    account   varchar(60)  NOT NULL,
    -- The platform's id of the citizen, and what whoever posts calls him.
    person    varchar(200) NOT NULL,
    label     varchar(200) NOT NULL,
    kind      varchar(20)  NOT NULL,
    text      text         NOT NULL,
    parent    bigint,
    reply_to  varchar(300),
    media     bigint,
    latitude  double precision,
    longitude double precision,
    -- The number that the city gave it, where a citizen's program hears of one.
    remote    varchar(100),
    said_at   timestamptz  NOT NULL,
    shown_at  timestamptz  NOT NULL,
    deleted   boolean      NOT NULL DEFAULT false
);
CREATE INDEX simulated_post_person ON simulated_post (platform, account, person, said_at);
CREATE INDEX simulated_post_newest ON simulated_post (platform, id);
CREATE INDEX simulated_post_parent ON simulated_post (parent, id);
CREATE INDEX simulated_post_said ON simulated_post (said_at);

-- The accounts that a post speaks to.
CREATE TABLE simulated_mention (
    account varchar(60) NOT NULL,
    post    bigint      NOT NULL REFERENCES simulated_post ON DELETE CASCADE,
    PRIMARY KEY (account, post)
);
CREATE INDEX simulated_mention_post ON simulated_mention (post);

-- What the city has said to a citizen, or below his post.
CREATE TABLE simulated_reply (
    id       bigint       PRIMARY KEY DEFAULT nextval('simulated_id'),
    platform varchar(20)  NOT NULL,
    account  varchar(60)  NOT NULL,
    person   varchar(200) NOT NULL,
    means    varchar(20)  NOT NULL,
    text     text         NOT NULL,
    target   varchar(300),
    -- The sender's own key, where the protocol has one: the same message twice is one.
    key      varchar(300),
    told_at  timestamptz  NOT NULL,
    CONSTRAINT simulated_reply_once UNIQUE (platform, key)
);
CREATE INDEX simulated_reply_person ON simulated_reply (platform, person, id);
CREATE INDEX simulated_reply_newest ON simulated_reply (platform, id);
CREATE INDEX simulated_reply_target ON simulated_reply (platform, target, id);
CREATE INDEX simulated_reply_told ON simulated_reply (told_at);

-- A callback that is to be made until it is acknowledged or the platform gives up.
CREATE TABLE simulated_push (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    post       bigint      NOT NULL REFERENCES simulated_post ON DELETE CASCADE,
    due_at     timestamptz NOT NULL,
    held_until timestamptz,
    tries      integer     NOT NULL DEFAULT 0,
    state      varchar(10) NOT NULL,
    answer     varchar(60)
);
CREATE INDEX simulated_push_due ON simulated_push (due_at) WHERE state = 'waiting';
CREATE INDEX simulated_push_post ON simulated_push (post);

CREATE TABLE simulated_media (
    id      bigint      PRIMARY KEY DEFAULT nextval('simulated_id'),
    type    varchar(40) NOT NULL,
    bytes   bytea       NOT NULL,
    made_at timestamptz NOT NULL
);

-- How a platform behaves; what is absent behaves well.
CREATE TABLE simulated_switch (
    platform varchar(20)  NOT NULL,
    name     varchar(40)  NOT NULL,
    value    varchar(200) NOT NULL,
    PRIMARY KEY (platform, name)
);

CREATE TABLE simulated_use (
    platform varchar(20)  NOT NULL,
    subject  varchar(200) NOT NULL,
    quota    varchar(30)  NOT NULL,
    began_at timestamptz  NOT NULL,
    used     integer      NOT NULL,
    PRIMARY KEY (platform, subject, quota)
);

-- Tokens and one-time codes that the platform knows.
CREATE TABLE simulated_token (
    platform   varchar(20)  NOT NULL,
    token      varchar(300) NOT NULL,
    subject    varchar(200) NOT NULL,
    expires_at timestamptz,
    PRIMARY KEY (platform, token)
);

-- The key pair a platform signs with, made at its first use.
CREATE TABLE simulated_key (
    platform    varchar(20) PRIMARY KEY,
    private_key bytea       NOT NULL,
    public_key  bytea       NOT NULL
);

-- The trickle of synthetic petitions; one row.
CREATE TABLE simulated_trickle (
    one      boolean     PRIMARY KEY DEFAULT true CHECK (one),
    per_hour integer     NOT NULL,
    told     bigint      NOT NULL,
    next_at  timestamptz
);
INSERT INTO simulated_trickle (per_hour, told) VALUES (0, 0);
