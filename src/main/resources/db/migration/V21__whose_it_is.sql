-- Units that send a petition to and fro are counted; after the return that the rule names supervision rules whose it is.

ALTER TABLE petition ADD COLUMN returns integer NOT NULL DEFAULT 0 CHECK (returns >= 0);
ALTER TABLE petition ADD COLUMN ruling_asked_at timestamptz;
ALTER TABLE petition ADD COLUMN ruled_at timestamptz CHECK (ruled_at >= ruling_asked_at);
UPDATE petition SET returns = returned.times
FROM (SELECT petition, count(*) AS times FROM assignment WHERE duty = 'LEAD' AND state = 'RETURNED' GROUP BY petition)
    AS returned
WHERE number = returned.petition;

-- The newest row holds; none means the start value.
CREATE TABLE return_rule (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    since   timestamptz NOT NULL,
    returns integer     NOT NULL CHECK (returns BETWEEN 1 AND 9),
    person  varchar(40) NOT NULL
);

-- Whose minutes: few clocks ever stand still, and those are looked for among all.
CREATE INDEX deadline_paused ON deadline (petition) WHERE paused_from <> '{}';
