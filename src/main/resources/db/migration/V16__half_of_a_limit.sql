-- A limit also says when half of it is used up, and whether the holidays it runs through are announced.

ALTER TABLE deadline ADD COLUMN urge_at timestamptz;
UPDATE deadline SET urge_at = least(started_at + (due_at - started_at) / 2, remind_at);
ALTER TABLE deadline ALTER COLUMN urge_at SET NOT NULL;
ALTER TABLE deadline ADD CHECK (urge_at >= started_at AND urge_at <= remind_at);
ALTER TABLE deadline ADD COLUMN provisional boolean NOT NULL DEFAULT false;
