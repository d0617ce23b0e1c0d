-- What answers a question is kept: found when the question or the answer is filed, not whenever a list is asked for. What older versions have is made anew (remake.sql).
DROP TABLE unknown;
CREATE TABLE unknown (
    seq     INTEGER PRIMARY KEY,
    report  INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,            -- place among what the report leaves open
    start   INTEGER NOT NULL,
    answer  INTEGER,                     -- row of the first claim that answers it; null while none does
    UNIQUE (report, ordinal)
) STRICT;
CREATE INDEX unknown_answer ON unknown (answer) WHERE answer IS NOT NULL;

-- Questions by what an answer must share one of with them, and the days on which it may be published, as day numbers.
CREATE TABLE asking (
    block INTEGER NOT NULL,
    key   INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last  INTEGER NOT NULL,
    item  INTEGER NOT NULL,              -- row of the question
    PRIMARY KEY (block, key, first, item)
) STRICT, WITHOUT ROWID;
