-- Every claim of an event hangs on the earlier one it agrees with best; an event keeps that in place of its reasons, which are told when they are asked for.
ALTER TABLE claim ADD COLUMN hangs_on INTEGER;                       -- row of that claim; null for the one that opens the event
ALTER TABLE claim ADD COLUMN agreement INTEGER;                      -- how well they agree

-- Rows of keys are taken out by the keys, so that none of them needs an index of its own; claims that span more than 32 days stand in the block -1.
DROP TABLE bearing;
CREATE TABLE bearing (
    block INTEGER NOT NULL,              -- of 32 days, by the first
    key   INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last  INTEGER NOT NULL,
    item  INTEGER NOT NULL,              -- row of the claim
    PRIMARY KEY (block, key, first, item)
) STRICT, WITHOUT ROWID;

DROP TABLE counting;
CREATE TABLE counting (
    block INTEGER NOT NULL,              -- of 32 days
    key   INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last  INTEGER NOT NULL,
    item  INTEGER NOT NULL,              -- row of the figure
    PRIMARY KEY (block, key, first, item)
) STRICT, WITHOUT ROWID;

-- What fusion made before is made anew.
DELETE FROM event;
DELETE FROM figure;
DELETE FROM mark;
DELETE FROM unknown;
DELETE FROM report_words;
UPDATE claim SET event = NULL;
UPDATE report SET marks = NULL, dispatch = NULL, derived_from = NULL, kind = NULL;
UPDATE stamp SET stale = (SELECT count(*) > 0 FROM report);
