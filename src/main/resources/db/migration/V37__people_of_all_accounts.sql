-- A person is looked for over all accounts of a channel; posts of petitions that are over are looked for no more; what could
-- not be taken in is counted.

DROP INDEX conversation_person;
CREATE INDEX conversation_person ON conversation (person, account);

-- A petition that is over has no next look.
DROP INDEX petition_source_look;
CREATE INDEX petition_source_look ON petition_source (checked_at)
    WHERE is_public AND post IS NOT NULL AND checked_at IS NOT NULL AND state IS DISTINCT FROM 'DELETED';

CREATE INDEX inbound_message_failed ON inbound_message (account, received_at) WHERE outcome = 'FAILED';
