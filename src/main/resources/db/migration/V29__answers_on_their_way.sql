-- What goes out to citizens and other systems: each message once, in the order of its conversation, with every try.

CREATE TABLE outbound_reply (
    id           bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    petition     varchar(30)  NOT NULL REFERENCES petition,
    -- Null when the city has no account to answer with: somebody tells the citizen by hand.
    account      bigint       REFERENCES channel_account,
    -- Null for a petition of the portal, which is answered by e-mail, and for events.
    conversation bigint       REFERENCES conversation,
    channel      varchar(20)  NOT NULL,
    -- Messages of one key leave one after the other.
    order_key    varchar(60)  NOT NULL,
    -- What is told to a citizen, or the type of an event.
    occasion     varchar(60)  NOT NULL,
    event_key    varchar(200),
    is_public    boolean      NOT NULL,
    unit         varchar(20)  REFERENCES unit,
    -- Texts stand here and never in the engine.
    text_private text         NOT NULL,
    text_public  text         NOT NULL,
    -- False while the public text waits for somebody who clears it.
    clear        boolean      NOT NULL,
    state        varchar(20)  NOT NULL,
    -- The process that carries it; null while it waits for its turn.
    instance     varchar(64),
    -- The way it goes now, and how many others were tried before.
    means        varchar(20),
    means_no     integer      NOT NULL DEFAULT 0,
    parts        integer      NOT NULL DEFAULT 1,
    parts_sent   integer      NOT NULL DEFAULT 0,
    -- Technical failures and unknown fates since the last piece or decision.
    failures     integer      NOT NULL DEFAULT 0,
    unknowns     integer      NOT NULL DEFAULT 0,
    wait_until   timestamptz,
    -- Why it waits or did not arrive: a code, never a text.
    trouble      varchar(100),
    provider_id  varchar(300),
    made_at      timestamptz  NOT NULL,
    ended_at     timestamptz,
    CONSTRAINT outbound_reply_event UNIQUE (account, event_key)
);
CREATE INDEX outbound_reply_turn ON outbound_reply (order_key, id) WHERE ended_at IS NULL;
CREATE INDEX outbound_reply_open ON outbound_reply (state, id) WHERE ended_at IS NULL;
CREATE INDEX outbound_reply_ended ON outbound_reply (ended_at DESC, id DESC) WHERE ended_at IS NOT NULL;
CREATE INDEX outbound_reply_petition ON outbound_reply (petition, id);
CREATE INDEX outbound_reply_conversation ON outbound_reply (conversation) WHERE conversation IS NOT NULL;

-- A try without an end: its node has died, and nobody knows whether the message arrived.
CREATE TABLE outbound_attempt (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reply      bigint      NOT NULL REFERENCES outbound_reply,
    part       integer     NOT NULL,
    node       varchar(40) NOT NULL,
    means      varchar(20),
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    outcome    varchar(20),
    code       varchar(100)
);
CREATE INDEX outbound_attempt_reply ON outbound_attempt (reply, id);

-- What people have decided about it, with their reasons.
CREATE TABLE outbound_decision (
    id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reply  bigint      NOT NULL REFERENCES outbound_reply,
    person varchar(60) NOT NULL,
    step   varchar(20) NOT NULL,
    reason text,
    at     timestamptz NOT NULL
);
CREATE INDEX outbound_decision_reply ON outbound_decision (reply, id);
