-- The form a citizen of the mini-program has sent lets the city send him one notice; it is forgotten with its use or its end.

CREATE TABLE alipay_form (
    account     bigint       NOT NULL REFERENCES channel_account,
    external_id varchar(300) NOT NULL,
    form_id     varchar(64)  NOT NULL,
    kept_at     timestamptz  NOT NULL,
    PRIMARY KEY (account, external_id)
);
CREATE INDEX alipay_form_kept ON alipay_form (kept_at);
