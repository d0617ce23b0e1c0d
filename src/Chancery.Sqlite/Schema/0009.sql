-- What spans some months or a year lies in a block of 512 days (-2, -3 ... by the first) rather than in the one that every question is about.
UPDATE bearing SET block = -2 - max(first, 0) / 512 WHERE block = -1 AND last - first <= 512;
