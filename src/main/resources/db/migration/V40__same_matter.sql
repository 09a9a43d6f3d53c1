-- Has it been said before: what every petition is found again by, what it is nearest to, and which wait as one storm.

-- Petitions nobody has compared yet; written with the petition, gone with the comparison.
CREATE TABLE matter_waiting (
    petition  varchar(30) PRIMARY KEY REFERENCES petition,
    due_at    timestamptz NOT NULL,
    tries     integer     NOT NULL DEFAULT 0,
    -- Came in before there was a comparison: what comes in now goes first.
    of_before boolean     NOT NULL DEFAULT false,
    -- The earlier petition it repeats word for word and joins as soon as it can; null until it was compared.
    repeats   varchar(30) REFERENCES petition
);
CREATE INDEX matter_waiting_due ON matter_waiting (of_before, due_at, petition);

INSERT INTO matter_waiting (petition, due_at, of_before) SELECT number, received_at, true FROM petition;

-- One row for each petition that was compared; kept as long as the petition.
CREATE TABLE matter_signature (
    petition    varchar(30) PRIMARY KEY REFERENCES petition,
    received_at timestamptz NOT NULL,
    -- Digests of every two of the most telling pairs of signs of its words; no word can be read from them.
    keys        integer[]   NOT NULL,
    -- The first petition of those that say the same; its own number when it says what nobody said before.
    storm       varchar(30) NOT NULL
);
-- Looked at by every petition that comes in: entries that wait to be sorted in would be read through each time.
CREATE INDEX matter_signature_keys ON matter_signature USING gin (keys) WITH (fastupdate = off);
CREATE INDEX matter_signature_storm ON matter_signature (storm);

-- The earlier petitions that were nearest when a petition came in: suggestions, nothing is decided by them.
CREATE TABLE nearest_petition (
    petition  varchar(30)      NOT NULL REFERENCES petition,
    nearest   varchar(30)      NOT NULL REFERENCES petition,
    certainty double precision NOT NULL,
    -- What both name, from the copies without identifying words.
    reasons   text[]           NOT NULL,
    PRIMARY KEY (petition, nearest)
);
CREATE INDEX nearest_petition_other_way ON nearest_petition (nearest, certainty DESC);
