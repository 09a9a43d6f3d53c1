-- What two nodes must know together, and how a city begins.

-- A demo city has well-known passwords: it says so, and production keeps away. Until now nothing else could move in.
ALTER TABLE demo_city ADD COLUMN moved_in boolean NOT NULL DEFAULT false;
UPDATE demo_city SET moved_in = EXISTS (SELECT 1 FROM unit);

-- Codes that let the first administrator in: each start prints one, all of them go with the first use.
CREATE TABLE setup_code (
    hash    char(64)    PRIMARY KEY,
    ends_at timestamptz NOT NULL
);

-- Wrong passwords and wrong codes. The key is a hash: what was tried may be a password, an address is a person's.
CREATE TABLE attempt (
    key      char(64)    PRIMARY KEY,
    failures integer     NOT NULL,
    ends_at  timestamptz NOT NULL
);
CREATE INDEX attempt_by_end ON attempt (ends_at);

-- Who is logged in. Names and columns are Spring Session's.
CREATE TABLE spring_session (
    primary_id            char(36) PRIMARY KEY,
    session_id            char(36) NOT NULL UNIQUE,
    creation_time         bigint   NOT NULL,
    last_access_time      bigint   NOT NULL,
    max_inactive_interval integer  NOT NULL,
    expiry_time           bigint   NOT NULL,
    principal_name        varchar(100)
);
CREATE INDEX spring_session_by_expiry ON spring_session (expiry_time);
CREATE INDEX spring_session_by_principal ON spring_session (principal_name);

CREATE TABLE spring_session_attributes (
    session_primary_id char(36)     NOT NULL REFERENCES spring_session (primary_id) ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea        NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
