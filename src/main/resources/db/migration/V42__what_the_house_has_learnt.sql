-- What the house has learnt: the versions of its model of topics, and the decisions it learns from.

-- A version from the moment somebody asks for it. Only one speaks; what it is made of is kept for those it may go back to.
CREATE TABLE topic_model (
    version          bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    origin           varchar(10)  NOT NULL,
    state            varchar(10)  NOT NULL
        CHECK (state IN ('WAITING', 'TRAINING', 'CANDIDATE', 'ACTIVE', 'RETIRED', 'REFUSED')),
    step             varchar(10),
    asked_by         varchar(40)  NOT NULL,
    asked_at         timestamptz  NOT NULL,
    started_at       timestamptz,
    ended_at         timestamptz,
    activated_at     timestamptz,
    -- Of a labelled file: how it is called and which of its columns hold what.
    file             varchar(200),
    text_columns     text[]       NOT NULL DEFAULT '{}',
    label_column     varchar(100),
    unknown_labels   text[]       NOT NULL DEFAULT '{}',
    -- What it has learnt from, and up to when decisions were among it.
    examples         integer,
    labels           integer,
    learnt_until     timestamptz,
    -- How it and the version that spoke before did on decisions that neither had seen.
    compared         integer      NOT NULL DEFAULT 0,
    accuracy         double precision,
    macro_f1         double precision,
    accuracy_before  double precision,
    -- Why it was refused or is only a candidate.
    reason           varchar(60),
    reason_arguments jsonb,
    content          bytea,
    -- Which node trains it, and until when that node is believed to live; by the database's clock.
    holder           uuid,
    held_until       timestamptz
);
CREATE UNIQUE INDEX topic_model_speaks ON topic_model (state) WHERE state = 'ACTIVE';
CREATE UNIQUE INDEX topic_model_asked_once ON topic_model (origin)
    WHERE state IN ('WAITING', 'TRAINING') AND origin <> 'FILE';
CREATE INDEX topic_model_under_way ON topic_model (version) WHERE state IN ('WAITING', 'TRAINING');

-- A labelled file until it is learnt; gone then.
CREATE TABLE topic_model_file (
    version bigint PRIMARY KEY REFERENCES topic_model,
    content bytea  NOT NULL
);

-- What somebody has decided about a petition: its number and codes. The words stay with the petition, and a petition
-- that is withdrawn is no example.
CREATE TABLE learning_example (
    petition       varchar(30) PRIMARY KEY REFERENCES petition,
    category       varchar(20) NOT NULL,
    -- What had been suggested, by which version and how surely.
    suggested      varchar(20),
    certainty      double precision,
    version        bigint,
    unit           varchar(20),
    -- The unit that said it was not its own.
    returned_by    varchar(20),
    -- Part of its signs that nobody had written before; null until somebody has looked.
    strange        double precision,
    decided_at     timestamptz NOT NULL
);
CREATE INDEX learning_example_newest ON learning_example (decided_at, petition);

-- What was decided before this release is a lesson, too.
INSERT INTO learning_example (petition, category, suggested, unit, decided_at)
SELECT number, category, suggested_category, lead_unit, coalesce(first_answered_at, received_at)
FROM petition WHERE category IS NOT NULL AND status <> 'WITHDRAWN';
