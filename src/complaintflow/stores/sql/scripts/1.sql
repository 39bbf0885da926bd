-- The tables. Times are microseconds since 1970 (UTC). Texts by which rows are found are fitted: `dialects.fit`.

CREATE TABLE complaintflow_schema (version $integer NOT NULL) $strict;

-- How many events, complaints and letters there were, and how many letters wait: a delivery says so, and counts none.
-- Whoever writes holds this row: see `turns`.
CREATE TABLE complaintflow_ledger (
  one $integer PRIMARY KEY CHECK (one = 1),
  events $integer NOT NULL,
  complaints $integer NOT NULL,
  letters $integer NOT NULL,
  waiting $integer NOT NULL
) $strict;
INSERT INTO complaintflow_ledger VALUES (1, 0, 0, 0, 0);

-- How often something changed about a customer, or about a problem (a type and an area).
CREATE TABLE complaintflow_marks (name TEXT PRIMARY KEY, changes $integer NOT NULL) $strict;

CREATE TABLE complaintflow_complaints (
  number $integer PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version $integer NOT NULL,
  customer TEXT NOT NULL,
  channel TEXT NOT NULL,
  received_at $integer NOT NULL,
  state TEXT NOT NULL,
  team TEXT NOT NULL,
  owner TEXT NOT NULL,
  type TEXT NOT NULL,
  area TEXT NOT NULL,
  order_no TEXT NOT NULL,
  shop TEXT NOT NULL,
  incident TEXT NOT NULL,
  proposed TEXT NOT NULL,
  apart $integer NOT NULL,
  rank $integer NOT NULL,
  ended $integer NOT NULL,
  waits_since $integer NOT NULL,
  closed_at $integer,
  due $integer NOT NULL,
  due_for TEXT NOT NULL,
  link $bytes NOT NULL,
  facts $bytes NOT NULL,
  card $bytes NOT NULL,
  clocks $bytes NOT NULL,
  counted $bytes NOT NULL,
  counted_to $integer NOT NULL
) $strict;
CREATE INDEX complaintflow_complaints_by_receipt ON complaintflow_complaints (received_at, number);
CREATE INDEX complaintflow_complaints_of_customer ON complaintflow_complaints (customer, received_at);
CREATE INDEX complaintflow_complaints_of_order ON complaintflow_complaints (order_no, received_at) WHERE order_no != '';
CREATE INDEX complaintflow_complaints_of_owner ON complaintflow_complaints (owner, ended, received_at) WHERE owner != '';
CREATE INDEX complaintflow_complaints_alike ON complaintflow_complaints (type, area, received_at, number);
CREATE INDEX complaintflow_complaints_in_queue ON complaintflow_complaints (team, ended, rank, due);
CREATE INDEX complaintflow_complaints_in_state ON complaintflow_complaints (state, received_at);
CREATE INDEX complaintflow_complaints_linked ON complaintflow_complaints (incident) WHERE incident != '';
CREATE INDEX complaintflow_complaints_waiting ON complaintflow_complaints (waits_since)
  WHERE waits_since != 4611686018427387904;
CREATE INDEX complaintflow_complaints_closed ON complaintflow_complaints (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX complaintflow_complaints_counted ON complaintflow_complaints (counted_to, number);

-- What is counted of all complaints that count until a day, column by column; without a `format`, it has no sheet.
CREATE TABLE complaintflow_counted_days (
  day $integer PRIMARY KEY, format $integer NOT NULL, touched $integer NOT NULL
) $strict;
CREATE INDEX complaintflow_counted_days_by_format ON complaintflow_counted_days (format);
CREATE TABLE complaintflow_sheets (
  day $integer NOT NULL, name TEXT NOT NULL, data $bytes NOT NULL, PRIMARY KEY (day, name)
) $strict;

-- The histories; `place` is the order over all of them.
CREATE TABLE complaintflow_events (
  place $integer PRIMARY KEY,
  complaint $integer NOT NULL,
  seq $integer NOT NULL,
  at $integer NOT NULL,
  by TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  changes $bytes NOT NULL,
  versions TEXT NOT NULL,
  salt $bytes NOT NULL,
  data $bytes,
  link $bytes NOT NULL,
  commitment $bytes,
  UNIQUE (complaint, seq)
) $strict;

CREATE TABLE complaintflow_labels (
  complaint $integer NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  whole TEXT,
  PRIMARY KEY (complaint, name)
) $strict;
CREATE INDEX complaintflow_labels_by_value ON complaintflow_labels (name, value);
CREATE TABLE complaintflow_words (
  complaint $integer NOT NULL, place $integer NOT NULL, text TEXT NOT NULL, PRIMARY KEY (complaint, place)
) $strict;
CREATE TABLE complaintflow_paid (
  customer TEXT NOT NULL, order_no TEXT NOT NULL, complaint $integer NOT NULL,
  PRIMARY KEY (customer, order_no, complaint)
) $strict;

CREATE TABLE complaintflow_series (
  complaint $integer NOT NULL, name TEXT NOT NULL, at $integer NOT NULL, PRIMARY KEY (complaint, name)
) $strict;
CREATE INDEX complaintflow_series_by_time ON complaintflow_series (name, at);
CREATE TABLE complaintflow_series_hours (
  name TEXT NOT NULL, hour $integer NOT NULL, complaints $integer NOT NULL, PRIMARY KEY (name, hour)
) $strict;

-- What waits to be sent; without `until` it is a dead letter. `held` are those that wait for a time. Keys are in the order
-- of their bytes, whatever the language of the database, so that the index finds those that begin alike.
CREATE TABLE complaintflow_outbox (
  number $integer PRIMARY KEY,
  audience TEXT NOT NULL,
  message $bytes NOT NULL,
  key TEXT $bytewise NOT NULL,
  attempts $integer NOT NULL,
  until $integer,
  why TEXT NOT NULL,
  mending $integer NOT NULL,
  leased $integer NOT NULL,
  held $integer NOT NULL
) $strict;
CREATE INDEX complaintflow_outbox_by_key ON complaintflow_outbox (key);
CREATE INDEX complaintflow_outbox_free ON complaintflow_outbox (number) WHERE held = 0 AND until IS NOT NULL;
CREATE INDEX complaintflow_outbox_held ON complaintflow_outbox (until) WHERE held = 1;
CREATE INDEX complaintflow_outbox_leased ON complaintflow_outbox (until) WHERE leased = 1;
CREATE TABLE complaintflow_sendings (
  recipient TEXT NOT NULL, at $integer NOT NULL, nth $integer NOT NULL, PRIMARY KEY (recipient, at, nth)
) $strict;

-- When each complaint is looked at next; leased: by whom a tick is looking at it.
CREATE TABLE complaintflow_checks (
  complaint $integer PRIMARY KEY, at $integer NOT NULL, leased $integer NOT NULL
) $strict;
CREATE INDEX complaintflow_checks_by_time ON complaintflow_checks (at, complaint);
CREATE INDEX complaintflow_checks_leased ON complaintflow_checks (at) WHERE leased = 1;
CREATE TABLE complaintflow_told_time (
  one $integer PRIMARY KEY CHECK (one = 1), known $integer NOT NULL, leapt $integer
) $strict;

CREATE TABLE complaintflow_keys (
  key TEXT PRIMARY KEY, whole TEXT, complaint TEXT NOT NULL, version $integer NOT NULL, asked TEXT NOT NULL
) $strict;
CREATE INDEX complaintflow_keys_of_complaint ON complaintflow_keys (complaint);

-- The keys under which words lie encrypted, wrapped by a root key of the house or by none; without a complaint, that of
-- the search.
CREATE TABLE complaintflow_data_keys (
  complaint TEXT PRIMARY KEY, id $bytes NOT NULL, root TEXT NOT NULL, wrapped $bytes NOT NULL
) $strict;
CREATE TABLE complaintflow_policies (digest TEXT PRIMARY KEY, document $bytes NOT NULL) $strict;

-- Hashes over 64 links of the ledger, and over 64 of those: what a head and a receipt are read from.
CREATE TABLE complaintflow_tiles (
  level $integer NOT NULL, place $integer NOT NULL, hash $bytes NOT NULL, PRIMARY KEY (level, place)
) $strict;
