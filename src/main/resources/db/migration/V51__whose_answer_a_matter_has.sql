-- The unit whose answer has passed signs for every member, whatever becomes of the leading petition meanwhile.
ALTER TABLE matter ADD unit varchar(20) REFERENCES unit;
UPDATE matter m SET unit = coalesce(
    (SELECT a.unit FROM assignment a WHERE a.petition = m.lead AND a.duty = 'LEAD' AND a.state = 'DONE'
     ORDER BY a.round DESC LIMIT 1),
    (SELECT p.lead_unit FROM petition p WHERE p.number = m.lead))
WHERE m.state = 'ANSWERING';

CREATE OR REPLACE FUNCTION unit_of_matter(wanted varchar) RETURNS varchar
    LANGUAGE sql STABLE
    AS 'SELECT coalesce(m.unit, p.lead_unit) FROM matter m JOIN petition p ON p.number = m.lead WHERE m.number = wanted';

-- How many belong to a matter, and how many of them have their answer.
CREATE INDEX matter_member_now ON matter_member (matter) INCLUDE (answered_at) WHERE left_at IS NULL;
