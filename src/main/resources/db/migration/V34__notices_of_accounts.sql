-- Notices that are about an account of a platform and no petition, and what was told of an account on which day.

ALTER TABLE notice
    ALTER COLUMN petition DROP NOT NULL,
    -- As the account was called when it was told: the list shows it without asking another room.
    ADD COLUMN account bigint REFERENCES channel_account,
    ADD COLUMN account_channel varchar(20),
    ADD COLUMN account_code varchar(60),
    ADD CONSTRAINT notice_about_something CHECK (petition IS NOT NULL
        OR account IS NOT NULL AND account_channel IS NOT NULL AND account_code IS NOT NULL);

-- What goes on being wrong is told once a day, whichever node sees it first.
CREATE TABLE channel_alarm (
    account bigint      NOT NULL REFERENCES channel_account,
    matter  varchar(60) NOT NULL,
    told_at timestamptz NOT NULL,
    PRIMARY KEY (account, matter)
);
