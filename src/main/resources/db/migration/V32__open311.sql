-- What everybody outside may know of petitions, and the services and requests of Open311.

-- A petition that was filed through an open door is listed at once; its words are shown when somebody has released them.
CREATE TABLE public_petition (
    petition     varchar(30) PRIMARY KEY REFERENCES petition,
    requested_at timestamptz NOT NULL,
    listed       boolean     NOT NULL,
    released_at  timestamptz
);
CREATE INDEX public_petition_newest ON public_petition (requested_at DESC, petition DESC);
CREATE INDEX public_petition_released ON public_petition (released_at) WHERE released_at IS NOT NULL;

-- What is told to everybody, by the time it was told.
CREATE INDEX timeline_entry_told ON timeline_entry (at)
    WHERE for_citizen AND event IN ('ACCEPTED', 'REFUSED', 'ASSIGNED', 'REASSIGNED', 'SENT_BACK', 'REVIEWED', 'CLOSED', 'WITHDRAWN');

-- Topics that are offered otherwise than usual: at once, in the open and without questions of their own.
CREATE TABLE open311_service (
    category   varchar(20) PRIMARY KEY REFERENCES category,
    private    boolean     NOT NULL,
    batch      boolean     NOT NULL,
    -- The questions, in their order.
    attributes jsonb       NOT NULL
);

-- Since when services and questions are as they are; the digest tells whether they still are.
CREATE TABLE open311_changeset (
    single     boolean     PRIMARY KEY DEFAULT true CHECK (single),
    digest     bytea       NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE open311_request (
    petition    varchar(30)  PRIMARY KEY REFERENCES petition,
    account     bigint       NOT NULL REFERENCES channel_account,
    external_id varchar(300) NOT NULL,
    -- SHA-256 of who sends what from where: the same within the window is the same request.
    digest      bytea        NOT NULL,
    service     varchar(20)  NOT NULL REFERENCES category,
    -- Given instead of the number, for services that answer later.
    token       uuid,
    attributes  jsonb        NOT NULL,
    filed_at    timestamptz  NOT NULL,
    CONSTRAINT open311_request_once UNIQUE (account, external_id)
);
CREATE INDEX open311_request_digest ON open311_request (account, digest, filed_at);
CREATE UNIQUE INDEX open311_request_token ON open311_request (token) WHERE token IS NOT NULL;
