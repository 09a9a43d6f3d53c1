-- A member whose answer has failed is tried again after all others.
ALTER TABLE matter_member ADD failed_at timestamptz;
DROP INDEX matter_member_waiting;
CREATE INDEX matter_member_waiting ON matter_member (matter, failed_at NULLS FIRST, seq)
    WHERE answered_at IS NULL AND left_at IS NULL;

-- What waits for a matter has no unit of its own: it shows that of the leading petition, whoever has that one now.
UPDATE petition SET lead_unit = NULL WHERE awaits_matter;

CREATE FUNCTION unit_of_matter(wanted varchar) RETURNS varchar
    LANGUAGE sql STABLE
    AS 'SELECT p.lead_unit FROM matter m JOIN petition p ON p.number = m.lead WHERE m.number = wanted';
