-- Who has to know of what: notices, what each person has read of them, and how far each person's e-mail has come.

CREATE TABLE notice (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- A unit's people, a unit's head or a role at the centre: one row for all of them.
    audience   varchar(40) NOT NULL,
    kind       varchar(20) NOT NULL,
    about      varchar(40),
    petition   varchar(30) NOT NULL REFERENCES petition,
    slip       varchar(30) REFERENCES supervision_slip,
    unit       varchar(20),
    at         timestamptz NOT NULL,
    -- When what it called for was done; from then on it is history for everybody.
    settled_at timestamptz
);
CREATE INDEX notice_audience ON notice (audience, id DESC);
-- The figure in the head of every page counts here: what is settled is not even passed by.
CREATE INDEX notice_calling ON notice (audience, id) WHERE settled_at IS NULL;
CREATE INDEX notice_to_settle ON notice (petition) WHERE settled_at IS NULL;

-- Everything up to here has been read by the person, of this audience: who joins an audience later has read nothing of it.
CREATE TABLE notice_watermark (
    person   varchar(40) NOT NULL REFERENCES person,
    audience varchar(40) NOT NULL,
    up_to    bigint      NOT NULL,
    PRIMARY KEY (person, audience)
);

CREATE TABLE notice_mark (
    person varchar(40) NOT NULL REFERENCES person,
    notice bigint      NOT NULL REFERENCES notice ON DELETE CASCADE,
    PRIMARY KEY (person, notice)
);
CREATE INDEX notice_mark_notice ON notice_mark (notice);

-- One row for each person with an address; whoever holds it writes the next e-mail.
CREATE TABLE notice_digest (
    person     varchar(40) PRIMARY KEY REFERENCES person,
    mailed_up_to bigint    NOT NULL DEFAULT 0,
    mailed_at  timestamptz,
    -- Not before: the next look, or the next try after a failure.
    look_at    timestamptz NOT NULL,
    failures   integer     NOT NULL DEFAULT 0,
    holder     uuid,
    held_until timestamptz
);
CREATE INDEX notice_digest_look ON notice_digest (look_at);
