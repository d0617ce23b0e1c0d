-- Reports that are fetched come in versions, with what their pages say of them.
ALTER TABLE report ADD COLUMN byline TEXT;
ALTER TABLE report ADD COLUMN given_origin TEXT;                     -- the origin that was said beside the text; origin has what was found in the text as well
ALTER TABLE report ADD COLUMN revised TEXT;                          -- UTC instant at which it took the place of a former version of its address
CREATE INDEX report_url ON report (url, revised);

-- What those who work on the record remember between two runs: feeds that are followed, pages that were had, what a watch has told. No part of the record itself.
CREATE TABLE memo (topic TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (topic, name)) STRICT, WITHOUT ROWID;
