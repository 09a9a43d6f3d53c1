-- Petitions that a channel has brought and whose process is still to begin: written with the petition, taken away with the
-- process's first step. No foreign key: nothing of a petition waits for this. Short-lived rows, so the dead are swept early.

CREATE TABLE petition_to_begin (
    petition varchar(30) PRIMARY KEY
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_threshold = -1);
