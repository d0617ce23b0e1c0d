-- Figures by what another must share with them to count the same thing, and the day they hold for, as a day number.
CREATE TABLE counting (key INTEGER NOT NULL, day INTEGER NOT NULL, figure TEXT NOT NULL REFERENCES figure (id) ON DELETE CASCADE, PRIMARY KEY (key, day, figure)) STRICT, WITHOUT ROWID;
CREATE INDEX counting_figure ON counting (figure);

-- What fusion made before is made anew.
DELETE FROM event;
DELETE FROM figure;
DELETE FROM mark;
DELETE FROM bearing;
DELETE FROM unknown;
DELETE FROM report_words;
UPDATE claim SET event = NULL;
UPDATE report SET marks = NULL, dispatch = NULL, derived_from = NULL, kind = NULL;
UPDATE stamp SET stale = (SELECT count(*) > 0 FROM report);
