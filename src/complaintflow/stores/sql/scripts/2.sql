-- Hashes over 64 links of the ledger, and over 64 of those: what a head and a receipt are read from.
CREATE TABLE complaintflow_tiles (
  level $integer NOT NULL, place $integer NOT NULL, hash $bytes NOT NULL, PRIMARY KEY (level, place)
) $strict;
