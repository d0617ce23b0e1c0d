-- Reports by two names that they turn on, and the days that they tell of, as day numbers: claims and figures are known under their kinds in their report, no longer under each pair of its
-- names. What fusion made is made anew (remake.sql).
CREATE TABLE turning (
    block INTEGER NOT NULL,
    key   INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last  INTEGER NOT NULL,
    item  INTEGER NOT NULL,              -- row of the report
    PRIMARY KEY (block, key, first, last, item)
) STRICT, WITHOUT ROWID;
