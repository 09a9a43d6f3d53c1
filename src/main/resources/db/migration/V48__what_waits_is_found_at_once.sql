-- A danger to life that nobody sees is looked for by every open page each second or two: nothing else is read for it.
CREATE INDEX petition_danger_waiting ON petition (promised_by, received_at, number)
    WHERE status = 'RECEIVED' AND urgency = 'LIFE';

-- Thousands of a storm are near one petition: its nearest ones are read in their order, and no more of them.
CREATE INDEX nearest_petition_nearest_first ON nearest_petition (nearest, certainty DESC, petition DESC);
DROP INDEX nearest_petition_other_way;
CREATE INDEX nearest_petition_first ON nearest_petition (petition, certainty DESC, nearest DESC);

-- What has lapsed is taken away at night.
CREATE INDEX bench_put_off_until ON bench_put_off (until);

-- The petitions of a storm are counted from the index alone.
CREATE INDEX matter_signature_storm_petitions ON matter_signature (storm, petition);
DROP INDEX matter_signature_storm;
