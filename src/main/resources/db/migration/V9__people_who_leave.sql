-- A person's address for notices, when he left, and whether his password is one that somebody else has set.

ALTER TABLE person
    ADD COLUMN email           varchar(250),
    ADD COLUMN disabled_at     timestamptz,
    ADD COLUMN password_is_new boolean NOT NULL DEFAULT false;
