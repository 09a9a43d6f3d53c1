-- The clock of a whole petition is written at the acceptance from now on, when its level is known, and reaches back to the
-- arrival: what waits for acceptance gives up the one it has.

DELETE FROM clock_entry e USING petition p WHERE p.number = e.petition AND p.status = 'RECEIVED' AND e.stage = 'WHOLE';
DELETE FROM deadline d USING petition p WHERE p.number = d.petition AND p.status = 'RECEIVED' AND d.stage = 'WHOLE';
