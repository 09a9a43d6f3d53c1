-- The demo city's movable clock and whether its first petitions stand. One row; outside profile demo nobody reads it.

CREATE TABLE demo_city (
    one                boolean PRIMARY KEY DEFAULT true CHECK (one),
    clock_ahead_millis bigint  NOT NULL DEFAULT 0 CHECK (clock_ahead_millis >= 0),
    settled_at         timestamptz
);
INSERT INTO demo_city DEFAULT VALUES;
