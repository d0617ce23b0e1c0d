-- What may have happened already is no expectation: claims know whether what is possible is told as past, and events whether anything of them is awaited. Claims that older versions read do
-- not know it, so that of their events the status tells, as it did, until they are read again.
ALTER TABLE event ADD COLUMN expected INTEGER NOT NULL DEFAULT 0;    -- 1 for what lies ahead, or did when it was told
UPDATE event SET expected = 1 WHERE status IN ('Planned', 'Possible', 'Demanded', 'Conditional');
