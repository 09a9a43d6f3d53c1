-- A later thought takes the place of an earlier one, but not of the topic that the sender has chosen himself.
ALTER TABLE petition ADD COLUMN topic_by_sender boolean NOT NULL DEFAULT false;

UPDATE petition p SET topic_by_sender = true FROM open311_request r
WHERE r.petition = p.number AND p.suggested_category = r.service;
