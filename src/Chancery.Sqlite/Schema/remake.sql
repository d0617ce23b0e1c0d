-- What fusion made of a record of an older version, and what it is known again by: it is made anew when the record is opened.
DELETE FROM event;
DELETE FROM figure;
DELETE FROM mark;
DELETE FROM bearing;
DELETE FROM counting;
DELETE FROM unknown;
DELETE FROM asking;
DELETE FROM turning;
DELETE FROM report_words;
UPDATE claim SET event = NULL, hangs_on = NULL, agreement = NULL;
UPDATE report SET marks = NULL, dispatch = NULL, derived_from = NULL, kind = NULL;
UPDATE stamp SET stale = (SELECT count(*) > 0 FROM report);
