-- Fusion keeps what it needs to take in one report at a time; what it made before is made anew.
DROP TABLE lineage;
DROP TABLE event;
DROP TABLE figure;
DROP TABLE fused;

-- Number of the last change; whoever has seen one number asks for what changed since.
CREATE TABLE stamp (only INTEGER PRIMARY KEY CHECK (only = 1), sequence INTEGER NOT NULL, stale INTEGER NOT NULL) STRICT;
INSERT INTO stamp (only, sequence, stale) SELECT 1, 0, count(*) > 0 FROM report;

ALTER TABLE report ADD COLUMN length INTEGER NOT NULL DEFAULT 0;     -- of the text, in UTF-16 units
ALTER TABLE report ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report ADD COLUMN retraction TEXT;                       -- why it no longer counts; null while it does
ALTER TABLE report ADD COLUMN dispatch TEXT;                         -- which dispatch it tells, from which report and how
ALTER TABLE report ADD COLUMN derived_from TEXT;
ALTER TABLE report ADD COLUMN kind TEXT;
ALTER TABLE report ADD COLUMN marks BLOB;                            -- its sketch, ascending; null where it does not count
CREATE INDEX report_changed ON report (changed);
CREATE INDEX report_dispatch ON report (dispatch);
CREATE INDEX report_page ON report (coalesce(published, '9999-12-31'), id);

CREATE TABLE mark (hash INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, PRIMARY KEY (hash, report)) STRICT, WITHOUT ROWID;
CREATE INDEX mark_report ON mark (report);

CREATE TABLE event (
    seq         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    day         TEXT NOT NULL,           -- 9999-12-31 where none is known
    frame       TEXT NOT NULL,
    status      TEXT NOT NULL,
    standing    TEXT NOT NULL,
    independent INTEGER NOT NULL,
    changed     INTEGER NOT NULL,
    body        TEXT NOT NULL
) STRICT;
CREATE INDEX event_day ON event (day, id);
CREATE INDEX event_changed ON event (changed);

ALTER TABLE claim ADD COLUMN event TEXT;                             -- id of the event it stands in
CREATE INDEX claim_event ON claim (event);
CREATE INDEX claim_name ON claim (id, event);

-- Claims by what another must share with them to tell of the same happening, and the days they may lie on, as day numbers.
CREATE TABLE bearing (key INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE, PRIMARY KEY (key, first, claim)) STRICT, WITHOUT ROWID;
CREATE INDEX bearing_claim ON bearing (claim);

CREATE TABLE figure (
    id      TEXT PRIMARY KEY,
    series  TEXT NOT NULL,
    source  TEXT NOT NULL,
    report  TEXT NOT NULL,
    claim   TEXT,
    day     INTEGER NOT NULL,            -- day number; 0 where none is known
    as_of   TEXT NOT NULL,               -- 9999-12-31 where none is known
    min     REAL,
    max     REAL,
    unit    TEXT,
    changed INTEGER NOT NULL,
    body    TEXT NOT NULL
) STRICT;
CREATE INDEX figure_series ON figure (series, day, id);
CREATE INDEX figure_source ON figure (series, source, day);
CREATE INDEX figure_report ON figure (report);
CREATE INDEX figure_page ON figure (series, as_of, id);
CREATE INDEX figure_changed ON figure (changed);

-- What reports say is unknown.
CREATE TABLE unknown (report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, start INTEGER NOT NULL, ordinal INTEGER NOT NULL, answered TEXT, PRIMARY KEY (report, ordinal)) STRICT, WITHOUT ROWID;

-- What people decided; never overwritten by reading or fusing anew.
CREATE TABLE decision (number INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL) STRICT;

CREATE VIRTUAL TABLE report_words USING fts5 (title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
