-- Where a life may be in danger, fifteen minutes on any day until somebody has accepted the petition.

INSERT INTO service_level_limit (level, stage, valid_from, measure, parts, of_unit, set_at)
VALUES ('LIFE', 'ACCEPTANCE', '1970-01-01Z', 'MINUTES', 15, 1, '1970-01-01Z');
