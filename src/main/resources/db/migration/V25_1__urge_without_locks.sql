-- A line is made out of the limit's own, which names petition and unit and is never deleted. The foreign keys only had
-- every timer that urges a unit lock the unit's one row.
ALTER TABLE limit_urge DROP CONSTRAINT limit_urge_petition_fkey, DROP CONSTRAINT limit_urge_unit_fkey;
