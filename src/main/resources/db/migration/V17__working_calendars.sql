-- When people work: calendars in layers, their hours and special days, the years that are planned, and whose they are.

CREATE TABLE calendar (
    code          varchar(20) PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]*$'),
    kind          varchar(10) NOT NULL CHECK (kind IN ('NATIONAL', 'REGIONAL', 'CITY', 'UNIT')),
    zh            varchar(50) NOT NULL,
    en            varchar(50) NOT NULL,
    parent        varchar(20) REFERENCES calendar CHECK ((parent IS NULL) = (kind = 'NATIONAL')),
    -- False for those who work through the holidays of the layers above.
    inherits_days boolean     NOT NULL
);
CREATE UNIQUE INDEX calendar_one_country_one_city ON calendar (kind) WHERE kind IN ('NATIONAL', 'CITY');

CREATE TABLE calendar_hours (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    calendar    varchar(20) NOT NULL REFERENCES calendar,
    valid_from  date        NOT NULL,
    -- The last day; null for as long as nothing else is said.
    valid_to    date        CHECK (valid_to >= valid_from),
    -- MM-DD, for hours that come back each year.
    season_from char(5),
    season_to   char(5),
    -- Monday is 1.
    weekdays    integer[]   NOT NULL CHECK (cardinality(weekdays) BETWEEN 1 AND 7),
    -- From and to in turn, in minutes of the day; 1440 is its end.
    periods     integer[]   NOT NULL CHECK (cardinality(periods) > 0 AND cardinality(periods) % 2 = 0),
    CHECK ((season_from IS NULL) = (season_to IS NULL))
);
CREATE INDEX calendar_hours_calendar ON calendar_hours (calendar);

CREATE TABLE calendar_day (
    calendar    varchar(20)  NOT NULL REFERENCES calendar,
    day         date         NOT NULL,
    kind        varchar(4)   NOT NULL CHECK (kind IN ('OFF', 'WORK')),
    name        varchar(50)  NOT NULL,
    -- The number of the notice that says so, or its address.
    notice      varchar(1000),
    notice_date date,
    compulsory  boolean      NOT NULL,
    PRIMARY KEY (calendar, day)
);

-- A year without a row here is projected by the week.
CREATE TABLE calendar_plan (
    calendar  varchar(20)    NOT NULL REFERENCES calendar,
    year      integer        NOT NULL CHECK (year BETWEEN 2000 AND 2999),
    papers    varchar(300)[] NOT NULL CHECK (cardinality(papers) > 0),
    -- Null for a plan that the product brings along.
    loaded_at timestamptz,
    loaded_by varchar(40)    NOT NULL,
    PRIMARY KEY (calendar, year)
);

CREATE TABLE calendar_of_unit (
    unit       varchar(20) NOT NULL REFERENCES unit,
    calendar   varchar(20) NOT NULL REFERENCES calendar,
    valid_from date        NOT NULL,
    valid_to   date        CHECK (valid_to >= valid_from),
    PRIMARY KEY (unit, valid_from)
);
CREATE INDEX calendar_of_unit_calendar ON calendar_of_unit (calendar);

-- One row that counts the changes: a node that knows a lower number reads the tables again.
CREATE TABLE calendar_version (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    version  bigint  NOT NULL
);
INSERT INTO calendar_version (version) VALUES (1);
