-- Pictures and documents of a petition, what the citizen does on his page, and how he came to the counter.

CREATE TABLE attachment (
    id           uuid         PRIMARY KEY,
    petition     varchar(30)  NOT NULL REFERENCES petition,
    type         varchar(10)  NOT NULL,
    -- Of what is kept, which is the cleaned picture.
    size         bigint       NOT NULL,
    -- SHA-256 of what came in.
    digest       bytea        NOT NULL,
    -- What the staff calls a document; a citizen's picture has no name.
    label        varchar(100),
    person       varchar(40)  NOT NULL,
    unit         varchar(20)  REFERENCES unit,
    for_citizen  boolean      NOT NULL,
    at           timestamptz  NOT NULL,
    -- Null when the bytes stand in the folder, under the id.
    large_object oid
);
CREATE INDEX attachment_petition ON attachment (petition, at, id);

-- Large objects, like tables, belong to the owner of the database and not to the running application: so the owner can
-- dump and restore them, and they carry the application's right with them.
CREATE FUNCTION new_large_object() RETURNS oid
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    made oid := lo_create(0);
BEGIN
    EXECUTE format('GRANT SELECT, UPDATE ON LARGE OBJECT %s TO %I', made, session_user);
    RETURN made;
END $$;

ALTER TABLE petition
    -- Telephone or visit, when an operator has entered it.
    ADD COLUMN came_by            varchar(20),
    ADD COLUMN urged_at           timestamptz,
    ADD COLUMN objected_at        timestamptz,
    -- The citizen's own verdict; reached, contacted, solved and satisfaction are the call-back's.
    ADD COLUMN rated_at           timestamptz,
    ADD COLUMN rated_solved       boolean,
    ADD COLUMN rated_satisfaction varchar(20);

-- The earlier petitions of a contact: phones by their last eleven digits (a mobile number without +86), addresses
-- without regard to capitals.
CREATE INDEX petition_content_phone
    ON petition_content ((right(regexp_replace(petitioner_phone, '[^0-9]', '', 'g'), 11)))
    WHERE petitioner_phone IS NOT NULL;
CREATE INDEX petition_content_email
    ON petition_content ((lower(petitioner_email)))
    WHERE petitioner_email IS NOT NULL;
