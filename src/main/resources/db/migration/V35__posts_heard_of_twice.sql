-- What a push tells of a post is less than what a reading finds; and a comment and a repost may be one act.

-- The same for the two halves of one act of one person; the half that came first stands for it.
ALTER TABLE inbound_message ADD twin_key varchar(300);
ALTER TABLE inbound_message ADD in_comment boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX inbound_message_twin ON inbound_message (channel, twin_key) WHERE twin_key IS NOT NULL;

-- False while only a push has told of the post: the first reading adds what it left out, and then nothing changes it.
ALTER TABLE source_evidence ADD whole boolean NOT NULL DEFAULT true;

-- When the citizen said it, where it came in later than that.
ALTER TABLE timeline_entry ADD said_at timestamptz;
