-- The register, schema 1. Runs inside the transaction that also sets application_id and user_version.
--
-- Dates are ISO ("2024-03-05"), so that they compare as text; ids are UUIDv7.
-- folded: the folded words of what is searched, a space before each, so that " ngu" finds a word that begins with "ngu".
-- sort_key: ICU's Vietnamese collation; computed again when meta's 'collation' is not the version in use.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- References are checked at the end of a step: it may remove a unit before the staff in it.
CREATE TABLE unit (
  id TEXT PRIMARY KEY NOT NULL,
  parent_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  sort_key BLOB NOT NULL
) STRICT;

CREATE INDEX unit_parent ON unit (parent_id);

CREATE TABLE staff (
  id TEXT PRIMARY KEY NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  birth TEXT,
  position TEXT,
  code TEXT,
  phone TEXT,
  level TEXT,
  joined_on TEXT,
  left_on TEXT,
  trained_on TEXT,
  passed_on TEXT,
  note TEXT,
  folded TEXT NOT NULL,
  sort_key BLOB NOT NULL
) STRICT;

-- The order of every list.
CREATE INDEX staff_order ON staff (sort_key, id);

-- Covers the figures: due, trained and passed of each unit.
CREATE INDEX staff_progress ON staff (unit_id, trained_on, passed_on, joined_on, left_on);

-- The log. AUTOINCREMENT: a number is never given twice.
CREATE TABLE step (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  time INTEGER NOT NULL,          -- µs since 1970, UTC
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  state INTEGER NOT NULL CHECK (state IN (0, 1, 2)), -- done, undone, dropped
  n_entries INTEGER NOT NULL
) STRICT;

CREATE INDEX step_state ON step (state, number);

CREATE TABLE change (
  step INTEGER NOT NULL REFERENCES step (number),
  position INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK (kind IN (0, 1)), -- unit, staff
  entity TEXT NOT NULL,
  before TEXT,                    -- JSON object of the fields; NULL: was not there
  after TEXT,                     -- NULL: is no longer there
  PRIMARY KEY (step, position)
) STRICT, WITHOUT ROWID;
