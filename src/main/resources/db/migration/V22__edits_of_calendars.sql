-- Edits of calendars: looked at before they are saved, then every limit is counted by the new calendar.

-- By which calendars a limit was counted. What earlier releases have counted is counted anew once, by the first ones.
ALTER TABLE deadline ADD COLUMN calendar_version bigint NOT NULL DEFAULT 0;
ALTER TABLE deadline ALTER COLUMN calendar_version SET DEFAULT 1;

-- What an edit may move: what runs, and what was missed, for that may be no breach by the new calendar. Written so that
-- who looks for what runs does not take these indexes for his own.
CREATE INDEX deadline_live ON deadline (petition, stage, unit, round) WHERE coalesce(ended_at, 'infinity') > due_at;
CREATE INDEX deadline_counted_by ON deadline (calendar_version) WHERE coalesce(ended_at, 'infinity') > due_at;

CREATE TABLE calendar_edit (
    id           uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    kind         varchar(20) NOT NULL,
    edit         jsonb       NOT NULL,
    made_by      varchar(40) NOT NULL,
    made_at      timestamptz NOT NULL,
    state        varchar(12) NOT NULL CHECK (state IN ('PREVIEWING', 'PREVIEWED', 'APPLYING', 'DONE', 'DISCARDED')),
    -- The calendars it was looked at beside, and those that hold since it is saved.
    base_version bigint      NOT NULL,
    version      bigint      UNIQUE CHECK (version > base_version),
    -- Limits to look at, looked at, and those of them that move.
    total        integer     NOT NULL,
    done         integer     NOT NULL DEFAULT 0,
    later        integer     NOT NULL DEFAULT 0,
    earlier      integer     NOT NULL DEFAULT 0,
    undone       integer     NOT NULL DEFAULT 0,
    -- Where the preview goes on.
    seen         jsonb,
    ended_at     timestamptz,
    CHECK ((state IN ('APPLYING', 'DONE')) = (version IS NOT NULL))
);
CREATE INDEX calendar_edit_under_way ON calendar_edit (state, made_at) WHERE state IN ('PREVIEWING', 'APPLYING');
CREATE INDEX calendar_edit_made ON calendar_edit (made_at);

-- What the preview has found; kept with the edit that was saved, forgotten with one that was not.
CREATE TABLE calendar_edit_move (
    edit       uuid        NOT NULL REFERENCES calendar_edit ON DELETE CASCADE,
    petition   varchar(30) NOT NULL,
    stage      varchar(20) NOT NULL,
    unit       varchar(20) NOT NULL,
    round      integer     NOT NULL,
    due_before timestamptz NOT NULL,
    due_after  timestamptz NOT NULL,
    -- What was missed would be missed no more.
    undone     boolean     NOT NULL,
    PRIMARY KEY (edit, petition, stage, unit, round)
);
CREATE INDEX calendar_edit_move_undone ON calendar_edit_move (edit, petition) WHERE undone;
