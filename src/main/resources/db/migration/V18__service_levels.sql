-- How much time each stage has on each service level: dated rows, of which the one in force when a limit starts counts.
-- Rows are only added; of two for the same instant the later one counts.

CREATE TABLE service_level_limit (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    level          varchar(20) NOT NULL,
    stage          varchar(20) NOT NULL,
    valid_from     timestamptz NOT NULL,
    measure        varchar(20) NOT NULL,
    -- 5 working days: 5 of 1; half a working day: 1 of 2.
    parts          integer     NOT NULL CHECK (parts > 0),
    of_unit        integer     NOT NULL DEFAULT 1 CHECK (of_unit > 0),
    -- The other reading of working days: the day of the start is not counted.
    next_day       boolean     NOT NULL DEFAULT false,
    extensions     integer     NOT NULL DEFAULT 0 CHECK (extensions >= 0),
    extension_days integer     NOT NULL DEFAULT 0 CHECK (extension_days >= 0),
    -- In the administrator's words; a start value has neither reason nor person.
    reason         varchar(500),
    set_by         varchar(40) REFERENCES person,
    set_at         timestamptz NOT NULL,
    CHECK (of_unit = 1 OR measure = 'WORKING_DAYS'),
    CHECK (NOT next_day OR measure = 'WORKING_DAYS'),
    CHECK ((reason IS NULL) = (set_by IS NULL))
);

-- What an administrator says of a topic, and so of the topics below it, and of a unit.
CREATE TABLE service_level_of_topic (
    topic  varchar(20) PRIMARY KEY REFERENCES category,
    level  varchar(20) NOT NULL,
    set_by varchar(40) REFERENCES person,
    set_at timestamptz NOT NULL
);
CREATE TABLE service_level_of_unit (
    unit   varchar(20) PRIMARY KEY REFERENCES unit,
    level  varchar(20) NOT NULL,
    set_by varchar(40) REFERENCES person,
    set_at timestamptz NOT NULL
);

INSERT INTO service_level_limit (level, stage, valid_from, measure, parts, of_unit, set_at)
SELECT level, stage, '1970-01-01Z', measure, parts, of_unit, '1970-01-01Z'
FROM (VALUES
    -- The promise is given before anything else is known, so it and the acceptance are the same for all.
    ('NORMAL',  'PROMISE',    'PROMISE_MINUTES',  60, 1),
    ('NORMAL',  'ACCEPTANCE', 'PROMISE_MINUTES',  60, 1),
    -- The units' own limits.
    ('LIFE',    'SIGN_IN',    'MINUTES',          15, 1),
    ('SUPPLY',  'SIGN_IN',    'MINUTES',          30, 1),
    ('URGENT',  'SIGN_IN',    'MINUTES',          30, 1),
    ('INQUIRY', 'SIGN_IN',    'WORKING_DAYS',      1, 1),
    ('NORMAL',  'SIGN_IN',    'WORKING_DAYS',      1, 1),
    ('COMPLEX', 'SIGN_IN',    'WORKING_DAYS',      1, 1),
    ('LONG',    'SIGN_IN',    'WORKING_DAYS',      1, 1),
    ('LIFE',    'HANDLING',   'HOURS',             2, 1),
    ('SUPPLY',  'HANDLING',   'HOURS',            24, 1),
    ('URGENT',  'HANDLING',   'WORKING_DAYS',      1, 1),
    ('INQUIRY', 'HANDLING',   'WORKING_DAYS',      1, 1),
    ('NORMAL',  'HANDLING',   'WORKING_DAYS',      5, 1),
    ('COMPLEX', 'HANDLING',   'WORKING_DAYS',     15, 1),
    ('LONG',    'HANDLING',   'DAYS',            180, 1),
    -- All stages one after the other, in whole working days: acceptance and assignment 1, review 1, call-back 3.
    ('LIFE',    'WHOLE',      'WORKING_DAYS',      6, 1),
    ('SUPPLY',  'WHOLE',      'WORKING_DAYS',      6, 1),
    ('URGENT',  'WHOLE',      'WORKING_DAYS',      6, 1),
    ('INQUIRY', 'WHOLE',      'WORKING_DAYS',      6, 1),
    ('NORMAL',  'WHOLE',      'WORKING_DAYS',     10, 1),
    ('COMPLEX', 'WHOLE',      'WORKING_DAYS',     20, 1),
    ('LONG',    'WHOLE',      'DAYS',            190, 1)
) AS start_value (level, stage, measure, parts, of_unit);

-- The centre's own limits are the same on every level until somebody changes one.
INSERT INTO service_level_limit (level, stage, valid_from, measure, parts, of_unit, set_at)
SELECT level, stage, '1970-01-01Z', 'WORKING_DAYS', parts, of_unit, '1970-01-01Z'
FROM (VALUES ('LIFE'), ('SUPPLY'), ('URGENT'), ('INQUIRY'), ('NORMAL'), ('COMPLEX'), ('LONG')) AS levels (level),
    (VALUES ('ASSIGNMENT', 1, 2), ('REVIEW', 1, 1), ('CALL_BACK', 3, 1)) AS start_value (stage, parts, of_unit);

-- Extensions are granted in working days, so what is counted otherwise has none.
UPDATE service_level_limit
SET extensions = CASE WHEN level IN ('NORMAL', 'COMPLEX') THEN 3 ELSE 1 END,
    extension_days = CASE WHEN level IN ('NORMAL', 'COMPLEX') THEN 3 ELSE 1 END
WHERE stage = 'HANDLING' AND level IN ('URGENT', 'INQUIRY', 'NORMAL', 'COMPLEX');
