-- Units, topics and people of the city.

CREATE TABLE unit (
    code   varchar(20)  PRIMARY KEY CHECK (code ~ '^[A-Za-z0-9]+$'),
    name   varchar(100) NOT NULL,
    level  smallint     NOT NULL CHECK (level BETWEEN 1 AND 4),
    parent varchar(20)  REFERENCES unit
);
-- One centre: the root of the tree.
CREATE UNIQUE INDEX unit_one_centre ON unit ((parent IS NULL)) WHERE parent IS NULL;

CREATE TABLE category (
    code     varchar(20)  PRIMARY KEY,
    name     varchar(100) NOT NULL,
    parent   varchar(20)  REFERENCES category,
    unit     varchar(20)  REFERENCES unit,
    keywords varchar(50)[] NOT NULL DEFAULT '{}'
);

CREATE TABLE person (
    id            varchar(40)  PRIMARY KEY,
    name          varchar(50)  NOT NULL,
    unit          varchar(20)  NOT NULL REFERENCES unit,
    roles         varchar(20)[] NOT NULL,
    password_hash varchar(100) NOT NULL
);
CREATE INDEX person_unit ON person (unit);
