-- Reports as received, with what was read from each. Text that UTF-8 has no bytes for (lone surrogates) is kept as UTF-16.
CREATE TABLE report (
    seq       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    identity  BLOB NOT NULL UNIQUE,      -- SHA-256 of what tells one report from another
    publisher TEXT,
    published TEXT,                      -- YYYY-MM-DD
    title     TEXT,
    url       TEXT,
    language  TEXT NOT NULL,
    origin    TEXT,                      -- what the report itself names as its origin
    encoding  TEXT NOT NULL,             -- of text: utf-8 or utf-16le
    text      BLOB NOT NULL,
    body      TEXT NOT NULL,             -- sentences, figures, unknowns, notices
    reader    TEXT NOT NULL,             -- versions it was read with
    pack      TEXT NOT NULL
) STRICT;
CREATE INDEX report_published ON report (published, id);

CREATE TABLE claim (
    seq        INTEGER PRIMARY KEY,
    report     INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
    ordinal    INTEGER NOT NULL,         -- place among the claims of the report
    id         TEXT NOT NULL,
    frame      TEXT NOT NULL,            -- codes of ontologies are looked up, not kept
    status     TEXT NOT NULL,
    first      TEXT,                     -- days it counts for: its own, else the day of publication
    last       TEXT,
    confidence REAL NOT NULL,
    body       TEXT NOT NULL,
    UNIQUE (report, ordinal)
) STRICT;
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_frame ON claim (frame);
CREATE INDEX claim_first ON claim (first);

-- Names are kept once, in lower case, so that looking for a part of one is a short scan.
CREATE TABLE name (
    id     INTEGER PRIMARY KEY,
    folded TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE party (
    claim   INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    role    TEXT NOT NULL,               -- actor or recipient
    name    INTEGER NOT NULL REFERENCES name,
    country TEXT,
    actor   TEXT                         -- id in the registry
) STRICT;
CREATE INDEX party_claim ON party (claim);
CREATE INDEX party_name ON party (name, role);
CREATE INDEX party_country ON party (country, role);
CREATE INDEX party_actor ON party (actor, role);

CREATE TABLE source (
    claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    name  INTEGER NOT NULL REFERENCES name
) STRICT;
CREATE INDEX source_claim ON source (claim);
CREATE INDEX source_name ON source (name);

CREATE VIRTUAL TABLE claim_words USING fts5 (sentence, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');

-- What fusion made of the reports; recomputed, never edited.
CREATE TABLE lineage (report TEXT PRIMARY KEY, dispatch TEXT NOT NULL, derived_from TEXT, kind TEXT NOT NULL, ordinal INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE event (id TEXT PRIMARY KEY, frame TEXT NOT NULL, status TEXT NOT NULL, standing TEXT NOT NULL, independent INTEGER NOT NULL, first TEXT, last TEXT, ordinal INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE figure (id TEXT PRIMARY KEY, series TEXT NOT NULL, report TEXT NOT NULL, as_of TEXT, min REAL, max REAL, unit TEXT, ordinal INTEGER NOT NULL, body TEXT NOT NULL) STRICT;

-- Number of reports that were there when fusion last ran; what it made counts as absent where that number has changed.
CREATE TABLE fused (only INTEGER PRIMARY KEY CHECK (only = 1), reports INTEGER NOT NULL) STRICT;
