-- What a city needs to be kept by pages: units and topics that end softly, deputies, imports with a preview.

ALTER TABLE unit ADD COLUMN closed_at timestamptz;

ALTER TABLE category
    ADD COLUMN closed_at timestamptz,
    -- The clause of the duty that makes the unit answerable.
    ADD COLUMN clause varchar(500);
CREATE INDEX category_unit ON category (unit) WHERE closed_at IS NULL;

-- One head a unit; deferred, because an import may let two people change places.
ALTER TABLE person ADD CONSTRAINT person_one_head EXCLUDE USING btree (unit WITH =)
    WHERE (disabled_at IS NULL AND 'head' = ANY (roles)) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE absence (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person   varchar(40) NOT NULL REFERENCES person,
    deputy   varchar(40) NOT NULL REFERENCES person CHECK (deputy <> person),
    from_at  timestamptz NOT NULL,
    to_at    timestamptz NOT NULL CHECK (to_at > from_at),
    -- Set when it is over, by its time or early; until then it may lend the deputy the person's roles.
    ended_at timestamptz
);
CREATE INDEX absence_person ON absence (person, from_at);
CREATE INDEX absence_open_deputy ON absence (deputy) WHERE ended_at IS NULL;
CREATE INDEX absence_open_end ON absence (to_at) WHERE ended_at IS NULL;

-- A file that was looked at; its rows wait here until somebody confirms them.
CREATE TABLE city_import (
    id          uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    kind        varchar(20)  NOT NULL,
    file        varchar(200) NOT NULL,
    digest      bytea        NOT NULL,
    rows        jsonb        NOT NULL,
    -- What the rows would have changed when they were last looked at; another answer is shown anew before it goes in.
    foreseen    bytea        NOT NULL,
    uploader    varchar(40)  NOT NULL REFERENCES person,
    uploaded_at timestamptz  NOT NULL,
    state       varchar(20)  NOT NULL,
    applied_by  varchar(40)  REFERENCES person,
    applied_at  timestamptz,
    CHECK ((state = 'APPLIED') = (applied_at IS NOT NULL))
);
CREATE INDEX city_import_newest ON city_import (uploaded_at DESC);

-- A file may name a parent further down: the tree has to be whole when the change is.
ALTER TABLE unit ALTER CONSTRAINT unit_parent_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE category ALTER CONSTRAINT category_parent_fkey DEFERRABLE INITIALLY DEFERRED;
