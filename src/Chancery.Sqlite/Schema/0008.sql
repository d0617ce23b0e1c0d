-- Days and months are no names, pairs with numbers are told apart, and a dispatch ends after two weeks; what fusion made of the former marks is made anew.
DELETE FROM event;
DELETE FROM figure;
DELETE FROM mark;
DELETE FROM bearing;
DELETE FROM counting;
DELETE FROM unknown;
DELETE FROM report_words;
UPDATE claim SET event = NULL, hangs_on = NULL, agreement = NULL;
UPDATE report SET marks = NULL, dispatch = NULL, derived_from = NULL, kind = NULL;
UPDATE stamp SET stale = (SELECT count(*) > 0 FROM report);
