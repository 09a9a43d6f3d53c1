-- A suggestion is as good as what it was thought with: the model that spoke stands beside it, and now the duties, too.
ALTER TABLE suggestion
    -- The topic it says; null when it says none.
    ADD COLUMN leaf   varchar(20),
    -- The mark of the topic's duties as they were read; null where it has none.
    ADD COLUMN duties varchar(40);
UPDATE suggestion SET leaf = thought #>> '{category,value}';

-- What the system has decided by itself is no lesson and no figure until a person has said what is right.
ALTER TABLE learning_example ADD COLUMN by_person boolean NOT NULL DEFAULT true;
UPDATE learning_example e SET by_person = false
FROM alone_decision d
WHERE d.petition = e.petition AND d.left_why IS NULL AND d.verdict IS DISTINCT FROM 'CONFIRMED'
    AND (e.returned_by IS NULL OR e.unit IS NULL);
