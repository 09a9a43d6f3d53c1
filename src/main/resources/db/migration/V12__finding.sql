-- Finding petitions: an index over the signs of their words, running limits by petition, and the views people keep.

-- Every two signs that stand beside each other in one field, and the last sign of a field alone: so every word of two
-- signs is one entry, a longer one the entries it is made of, and a single sign the beginning of some. Only Latin
-- capitals are made small: that needs no knowledge of a language, so no update of one makes the index wrong.
CREATE FUNCTION petition_signs(number text, title text, words text, address text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 10000
AS $$
BEGIN
    RETURN array_to_tsvector(ARRAY(
        SELECT DISTINCT sign || coalesce(lead(sign) OVER (PARTITION BY field ORDER BY place), '')
        FROM unnest(ARRAY [number, title, words, address]) WITH ORDINALITY AS fields (field_words, field),
             unnest(string_to_array(translate(field_words, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), NULL))
                 WITH ORDINALITY AS signs (sign, place)));
END
$$;

-- The index is over what the citizen wrote; what a reader may find is decided by the copy he reads.
CREATE INDEX petition_content_signs ON petition_content USING gin (petition_signs(petition, title, text, address));

-- The earliest running limit of every petition, without a look at the table.
CREATE INDEX deadline_running_of ON deadline (petition, due_at) WHERE ended_at IS NULL;

-- A list as a person has narrowed it, under a name; query is the list's own address after the question mark.
CREATE TABLE petition_view (
    id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person varchar(40) NOT NULL REFERENCES person,
    name   varchar(30) NOT NULL,
    query  text        NOT NULL,
    UNIQUE (person, name)
);
