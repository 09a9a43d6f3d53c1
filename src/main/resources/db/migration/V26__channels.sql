-- Who we are on the platforms, what came in from them, and where an answer goes back to.

CREATE TABLE channel_account (
    id               bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    channel          varchar(20)  NOT NULL,
    -- The last part of the callback's address.
    code             varchar(60)  NOT NULL,
    unit             varchar(20)  NOT NULL REFERENCES unit,
    name             varchar(100) NOT NULL,
    -- Who it is on the platform: uid, appid, mailbox, an address to post to.
    address          varchar(500) NOT NULL,
    settings         jsonb        NOT NULL DEFAULT '{}',
    enabled          boolean      NOT NULL,
    token_expires_at timestamptz,
    -- Why everything of it waits; null while it is let in.
    paused           varchar(60),
    created_at       timestamptz  NOT NULL,
    pushed_at        timestamptz,
    polled_at        timestamptz,
    item_at          timestamptz,
    sent_at          timestamptz,
    forged           bigint       NOT NULL DEFAULT 0,
    trouble          varchar(100),
    trouble_at       timestamptz,
    CONSTRAINT channel_account_code UNIQUE (channel, code)
);
CREATE INDEX channel_account_unit ON channel_account (unit);
CREATE INDEX channel_account_name ON channel_account (channel, name);

-- Encrypted; during a rotation two of one name are valid.
CREATE TABLE channel_secret (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account     bigint      NOT NULL REFERENCES channel_account,
    name        varchar(40) NOT NULL,
    sealed      bytea       NOT NULL,
    made_at     timestamptz NOT NULL,
    valid_until timestamptz
);
CREATE INDEX channel_secret_account ON channel_secret (account, name, id);

CREATE TABLE channel_quota (
    account    bigint      NOT NULL REFERENCES channel_account,
    quota      varchar(40) NOT NULL,
    began_at   timestamptz NOT NULL,
    used       integer     NOT NULL,
    PRIMARY KEY (account, quota)
);

-- How far a kind of contact has been read, and who reads it now.
CREATE TABLE channel_cursor (
    account    bigint       NOT NULL REFERENCES channel_account,
    contact    varchar(30)  NOT NULL,
    cursor     varchar(500),
    next_at    timestamptz  NOT NULL,
    held_until timestamptz,
    PRIMARY KEY (account, contact)
);
CREATE INDEX channel_cursor_next ON channel_cursor (next_at);

-- One person's thread on one account.
CREATE TABLE conversation (
    id                   bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account              bigint       NOT NULL REFERENCES channel_account,
    key                  varchar(300) NOT NULL,
    person               varchar(300) NOT NULL,
    name                 varchar(100),
    spoke_at             timestamptz,
    menu_at              timestamptz,
    mentioned_at         timestamptz,
    private_since_mention integer     NOT NULL DEFAULT 0,
    private_since_spoke  integer      NOT NULL DEFAULT 0,
    followed             boolean      NOT NULL DEFAULT true,
    CONSTRAINT conversation_key UNIQUE (account, key)
);
CREATE INDEX conversation_person ON conversation (account, person);

CREATE TABLE inbound_message (
    id           bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    channel      varchar(20)  NOT NULL,
    account      bigint       NOT NULL REFERENCES channel_account,
    external_id  varchar(300) NOT NULL,
    conversation bigint       REFERENCES conversation,
    -- A post that speaks to several accounts, and a comment with its repost, are one case: the first that comes in takes it.
    shared_key   varchar(300),
    kind         varchar(20)  NOT NULL,
    petition     varchar(30)  REFERENCES petition,
    outcome      varchar(20)  NOT NULL,
    submitted_at timestamptz  NOT NULL,
    received_at  timestamptz  NOT NULL,
    -- SHA-256 of what was said.
    digest       bytea        NOT NULL,
    -- The request as it came in, sealed; forgotten after a short time.
    raw          bytea,
    CONSTRAINT inbound_message_once UNIQUE (account, external_id)
);
CREATE UNIQUE INDEX inbound_message_shared ON inbound_message (channel, shared_key) WHERE shared_key IS NOT NULL;
CREATE INDEX inbound_message_petition ON inbound_message (petition, id);
CREATE INDEX inbound_message_external ON inbound_message (channel, external_id);
CREATE INDEX inbound_message_raw ON inbound_message (received_at) WHERE raw IS NOT NULL;

-- Where the answers to a petition go.
CREATE TABLE petition_source (
    petition     varchar(30)  PRIMARY KEY REFERENCES petition,
    conversation bigint       NOT NULL REFERENCES conversation,
    message      bigint       NOT NULL REFERENCES inbound_message,
    post         varchar(100),
    comment      varchar(100),
    page         varchar(500),
    is_public    boolean      NOT NULL,
    -- Public posts: whether it still stands there, and when somebody last looked.
    state        varchar(20),
    checked_at   timestamptz
);
CREATE INDEX petition_source_conversation ON petition_source (conversation);
