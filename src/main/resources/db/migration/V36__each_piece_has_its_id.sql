-- A citizen may reply to any piece of an answer, so every try keeps the platform's id of what it said.
ALTER TABLE outbound_attempt ADD COLUMN provider_id varchar(300);

-- How often an account was looked for and was off: each look waits longer than the one before.
ALTER TABLE outbound_reply ADD COLUMN looked_again integer NOT NULL DEFAULT 0;

-- The back office looks at what one channel has sent, the newest first.
CREATE INDEX outbound_reply_ended_channel ON outbound_reply (channel, ended_at DESC, id DESC) WHERE ended_at IS NOT NULL;
