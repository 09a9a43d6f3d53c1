-- The duty directory (派单目录): whose a topic is, in which area and since when, instead of one unit per topic.

CREATE TABLE duty (
    id         bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    leaf       varchar(20)  NOT NULL REFERENCES category,
    -- A unit of level 2 to 4, for its territory; null is the whole city.
    area       varchar(20)  REFERENCES unit,
    unit       varchar(20)  NOT NULL REFERENCES unit,
    assisting  varchar(20)[] NOT NULL DEFAULT '{}',
    -- The code of a service level; null when that of the topic holds.
    level      varchar(20),
    clause     varchar(500),
    -- First and last day, both in it; null is open.
    valid_from date,
    valid_to   date,
    -- Who said so last; null for what came with the city.
    set_by     varchar(40)  REFERENCES person,
    set_at     timestamptz,
    CHECK (valid_from <= valid_to)
);
-- One row for each beginning: saying the same twice changes it.
CREATE UNIQUE INDEX duty_one_beginning ON duty (leaf, coalesce(area, ''), coalesce(valid_from, '-infinity'::date));
CREATE INDEX duty_unit ON duty (unit);

-- Which open petitions a change of the directory concerns.
CREATE INDEX petition_open_topic ON petition ((coalesce(category, suggested_category)))
    WHERE status NOT IN ('CLOSED', 'REFUSED', 'WITHDRAWN');

INSERT INTO duty (leaf, unit, clause) SELECT code, unit, clause FROM category WHERE unit IS NOT NULL;

ALTER TABLE category
    DROP COLUMN unit,
    DROP COLUMN clause,
    -- The days on which the topic is offered; null is open.
    ADD COLUMN valid_from date,
    ADD COLUMN valid_to   date,
    ADD CHECK (valid_from <= valid_to);
