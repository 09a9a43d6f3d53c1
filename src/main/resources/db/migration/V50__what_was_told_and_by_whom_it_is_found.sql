-- What is told to everybody, by the moment from which it could be read.
DROP INDEX timeline_entry_told;
CREATE INDEX timeline_entry_told ON timeline_entry ((coalesce(told_from, at)))
    WHERE for_citizen AND event IN
        ('ACCEPTED', 'REFUSED', 'ANSWERED_AT_ONCE', 'ASSIGNED', 'REASSIGNED', 'SENT_BACK', 'REVIEWED', 'CLOSED', 'WITHDRAWN');

-- What a decision has said of a petition, to take it back.
CREATE INDEX notice_petition ON notice (petition, at);
