-- What the rooms know of the copies that many-waiting.sql has made of one petition in a unit's hands.

INSERT INTO petition
SELECT (jsonb_populate_record(source, jsonb_build_object('number', copy, 'idempotency_key', NULL, 'external_id', NULL))).*
FROM petition source, generate_series(1, ${copies}) AS n, LATERAL (SELECT '${prefix}' || lpad(n::text, 6, '0') AS copy) AS named
WHERE source.number = '${template}';

INSERT INTO petition_content
SELECT (jsonb_populate_record(source, jsonb_build_object('petition', copy))).*
FROM petition_content source, generate_series(1, ${copies}) AS n, LATERAL (SELECT '${prefix}' || lpad(n::text, 6, '0') AS copy) AS named
WHERE source.petition = '${template}';

INSERT INTO deadline
SELECT (jsonb_populate_record(source, jsonb_build_object('petition', copy))).*
FROM deadline source, generate_series(1, ${copies}) AS n, LATERAL (SELECT '${prefix}' || lpad(n::text, 6, '0') AS copy) AS named
WHERE source.petition = '${template}';

INSERT INTO assignment OVERRIDING SYSTEM VALUE
SELECT (jsonb_populate_record(source, jsonb_build_object('petition', copy, 'id',
    nextval(pg_get_serial_sequence('assignment', 'id'))))).*
FROM assignment source, generate_series(1, ${copies}) AS n, LATERAL (SELECT '${prefix}' || lpad(n::text, 6, '0') AS copy) AS named
WHERE source.petition = '${template}';

