-- What an operator answers with: templates and the knowledge base. Nothing is deleted; what is no longer used is inactive.

CREATE TABLE answer_template (
    code        varchar(20)   PRIMARY KEY,
    kind        varchar(20)   NOT NULL,
    -- For a refusal: the reason it is written for.
    reason      varchar(30),
    -- A leaf or a branch; null fits every topic.
    category    varchar(20)   REFERENCES category,
    title       varchar(100)  NOT NULL,
    text        varchar(2000) NOT NULL,
    -- Where a piece of knowledge comes from, its last day, and when somebody has to look at it again.
    source      varchar(200),
    valid_until date,
    review_on   date,
    active      boolean       NOT NULL,
    set_by      varchar(40)   REFERENCES person,
    set_at      timestamptz   NOT NULL,
    CHECK ((kind = 'REFUSAL') = (reason IS NOT NULL)),
    CHECK (kind <> 'KNOWLEDGE' OR source IS NOT NULL)
);
