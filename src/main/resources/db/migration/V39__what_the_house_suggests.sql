-- What the house thinks of a petition when it comes in: topic, kind, haste, place, unit, each with certainty and reason.
-- One row for each petition, kept as long as it is; the words in it are the citizen's own and go with them.
CREATE TABLE suggestion (
    petition varchar(30) PRIMARY KEY REFERENCES petition,
    -- The version of the model that spoke; 0 is what the house comes with.
    model    bigint      NOT NULL,
    thought  jsonb       NOT NULL
);
