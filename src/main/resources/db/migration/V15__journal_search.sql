-- The journal found by person, unit, kind and time. Written with each line, never changed, like the journal itself.

-- With a default, as a node of the version before goes on writing while the next one starts.
ALTER TABLE journal ADD COLUMN kind varchar(20) NOT NULL DEFAULT 'other';
-- Lines of before: the only time a line is touched, by the owner, who alone can.
UPDATE journal
SET kind = CASE
    WHEN action ~ '^(.*-(viewed|revealed)|reveal)$' THEN 'read'
    WHEN action ~ '^import(-.*)?$' THEN 'import'
    WHEN action = 'login' THEN 'login'
    WHEN action LIKE 'task-%' THEN 'task'
    WHEN action ~ '^(limit|slip)-' THEN 'supervision'
    WHEN action LIKE 'petition-%' THEN 'step'
    WHEN action LIKE 'demo-%' THEN 'clock'
    WHEN outcome = 'refused' THEN 'attempt'
    ELSE 'other'
END;

CREATE INDEX journal_newest ON journal (at, id);
CREATE INDEX journal_kind ON journal (kind, at, id);
CREATE INDEX journal_door ON journal (door, at, id);
CREATE INDEX journal_refused ON journal (at, id) WHERE outcome = 'refused';

-- Whom a line is about: who acted, whom it concerns, the units it names. No foreign key: both are written in one
-- statement and neither is ever deleted.
CREATE TABLE journal_subject (
    what varchar(6)  NOT NULL CHECK (what IN ('person', 'unit')),
    code varchar(40) NOT NULL,
    at   timestamptz NOT NULL,
    line bigint      NOT NULL,
    PRIMARY KEY (what, code, at, line)
);

INSERT INTO journal_subject (what, code, at, line)
SELECT DISTINCT fact.what, fact.code, journal.at, journal.id
FROM journal
CROSS JOIN LATERAL (
    SELECT 'person' AS what, actor AS code
    UNION ALL
    SELECT CASE pair.key WHEN 'holder' THEN 'person' ELSE 'unit' END,
           jsonb_array_elements_text(CASE jsonb_typeof(pair.value) WHEN 'array' THEN pair.value ELSE jsonb_build_array(pair.value) END)
    FROM (SELECT * FROM jsonb_each(coalesce(journal.before, '{}')) UNION ALL SELECT * FROM jsonb_each(coalesce(journal.after, '{}'))) pair
    WHERE pair.key IN ('holder', 'unit', 'lead', 'assisting', 'from')
) fact
WHERE fact.code IS NOT NULL AND length(fact.code) BETWEEN 1 AND 40;

REVOKE ALL ON journal_subject FROM "${appRole}";
GRANT SELECT, INSERT ON journal_subject TO "${appRole}";
