-- What a new report is compared with is of the same days: kept by blocks of days, what is fresh lies together however long the record is.
ALTER TABLE mark RENAME TO old_mark;
CREATE TABLE mark (block INTEGER NOT NULL, hash INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (block, hash, report)) STRICT, WITHOUT ROWID;
INSERT INTO mark (block, hash, report)
    SELECT coalesce(CAST(julianday(r.published) - 1721425.5 AS INTEGER) / 8, -1), m.hash, m.report FROM old_mark m JOIN report r ON r.seq = m.report;
DROP TABLE old_mark;

ALTER TABLE bearing RENAME TO old_bearing;
DROP INDEX bearing_claim;
CREATE TABLE bearing (
    block INTEGER NOT NULL,              -- of 32 days, by the first
    key   INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last  INTEGER NOT NULL,
    claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    PRIMARY KEY (block, key, first, claim)
) STRICT, WITHOUT ROWID;
INSERT INTO bearing (block, key, first, last, claim) SELECT first / 32, key, first, last, claim FROM old_bearing;
DROP TABLE old_bearing;
CREATE INDEX bearing_claim ON bearing (claim);
-- Claims that may lie on very many days, of which there are few: the others are found by their first day.
CREATE INDEX bearing_long ON bearing (key, last) WHERE last - first > 62;

-- Lists are walked in their order, or claims are looked up by the filter that passes fewest.
DROP INDEX claim_id;                     -- claim_name begins with the same column
DROP INDEX claim_frame;
DROP INDEX claim_first;
CREATE INDEX claim_frame ON claim (frame, status);
CREATE INDEX claim_status ON claim (status);
CREATE INDEX claim_first ON claim (first, last);
CREATE INDEX claim_wide ON claim (last, first) WHERE first IS NULL OR last IS NULL OR julianday(last) - julianday(first) > 62;
CREATE INDEX claim_walk ON claim (report, ordinal, first, last, status, frame, confidence);
CREATE INDEX report_publisher ON report (publisher);
CREATE INDEX event_standing ON event (standing, day, id);
CREATE INDEX event_status ON event (status, day, id);
