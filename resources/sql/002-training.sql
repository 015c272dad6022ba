-- The training register, schema 2: dated units and memberships, sessions, attendance, practice, the campaign, outreach,
-- feedback, months' reports. Every table but "staff" and "unit" holds exactly the fields of its record (register/record.h).

ALTER TABLE unit ADD COLUMN kind TEXT;
ALTER TABLE unit ADD COLUMN opened_on TEXT;
ALTER TABLE unit ADD COLUMN closed_on TEXT;
ALTER TABLE unit ADD COLUMN ending TEXT;
ALTER TABLE unit ADD COLUMN successor_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE unit DROP COLUMN folded;

-- place: the order of every list. People lie as ICU's Vietnamese collation orders them (register/sqlite/places.h), with
-- gaps for those who come between; so every list, and every list of places, comes in order without sorting. It is made
-- anew, with the words to search, when meta's 'collation' is not the version in use.
-- counts, trained_since, passed_since: what the rules make of the register (register/standing.h).
CREATE TABLE new_staff (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
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
  employment TEXT,
  activated TEXT,
  reason TEXT,
  counts INTEGER NOT NULL DEFAULT 1,
  trained_since TEXT,
  passed_since TEXT
) STRICT;

INSERT INTO new_staff (id, unit_id, name, birth, position, code, phone, level, joined_on, left_on, trained_on, passed_on,
                       note, trained_since, passed_since)
  SELECT id, unit_id, name, birth, position, code, phone, level, joined_on, left_on, trained_on, passed_on, note,
         trained_on, passed_on FROM staff ORDER BY sort_key, id;
DROP TABLE staff;
ALTER TABLE new_staff RENAME TO staff;
DELETE FROM meta WHERE key = 'collation';

-- Covers the figures: due, trained and passed of each unit. Dropped and made again while very many people are added
-- (register/sqlite/staff-bulk.h).
CREATE INDEX staff_progress ON staff (unit_id, counts, trained_since, passed_since, joined_on, left_on);

-- The words to search of each person, rowid = place: beginnings of those of the name, the position, the code and
-- the unit's name, as register/sqlite/search.h makes them.
CREATE VIRTUAL TABLE staff_word USING fts5 (words, content = '', columnsize = 0, detail = none,
                                            tokenize = "ascii tokenchars '_'");

-- The figures of the present memberships on the day of meta's 'tally_day'; true of that day after every transaction.
CREATE TABLE unit_tally (
  unit_id TEXT PRIMARY KEY NOT NULL,
  people INTEGER NOT NULL,        -- all that stand in the unit
  gone INTEGER NOT NULL,          -- of these, left by the day
  members INTEGER NOT NULL,       -- joined and not left
  due INTEGER NOT NULL,           -- of the members, those who count
  trained INTEGER NOT NULL,       -- of the due
  passed INTEGER NOT NULL         -- of the trained
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
  id TEXT PRIMARY KEY NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  unit_id TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  from_on TEXT,
  to_on TEXT NOT NULL
) STRICT;

CREATE INDEX membership_staff ON membership (staff_id);
CREATE INDEX membership_unit ON membership (unit_id);
CREATE INDEX membership_to ON membership (to_on);

CREATE TABLE session (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  day TEXT NOT NULL,
  starts_at TEXT,
  ends_at TEXT,
  place TEXT,
  trainer TEXT,
  form TEXT,
  utilities TEXT,
  minutes TEXT,
  unit_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  series_id TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  documents TEXT,
  note TEXT
) STRICT;

CREATE INDEX session_day ON session (day, starts_at);
CREATE INDEX session_unit ON session (unit_id);
CREATE INDEX session_series ON session (series_id);

CREATE TABLE attendance (
  id TEXT PRIMARY KEY NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  session_id TEXT NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT,
  remark TEXT
) STRICT;

CREATE INDEX attendance_staff ON attendance (staff_id, session_id, status);
CREATE INDEX attendance_session ON attendance (session_id, status);

CREATE TABLE practice (
  id TEXT PRIMARY KEY NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  utility TEXT NOT NULL,
  level TEXT NOT NULL,
  day TEXT NOT NULL
) STRICT;

CREATE INDEX practice_staff ON practice (staff_id, utility, level, day);

CREATE TABLE campaign (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT,
  utilities TEXT,
  employments TEXT,
  deadline TEXT
) STRICT;

CREATE TABLE outreach (
  id TEXT PRIMARY KEY NOT NULL,
  day TEXT NOT NULL,
  place TEXT,
  form TEXT,
  reached TEXT,
  unit_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT
) STRICT;

CREATE INDEX outreach_day ON outreach (day);
CREATE INDEX outreach_unit ON outreach (unit_id);

CREATE TABLE feedback (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL,
  made_on TEXT NOT NULL,
  unit_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  utility TEXT,
  sent_to TEXT,
  sent_on TEXT,
  solved_on TEXT,
  answer TEXT
) STRICT;

CREATE INDEX feedback_state ON feedback (state, made_on);
CREATE INDEX feedback_unit ON feedback (unit_id);

-- Months' reports.
CREATE TABLE monthly (
  id TEXT PRIMARY KEY NOT NULL,
  month TEXT NOT NULL,
  unit_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  number TEXT,
  dated TEXT,
  direction TEXT,
  results TEXT,
  obstacles TEXT,
  tasks TEXT,
  proposals TEXT,
  closed_on TEXT,
  figures TEXT,
  sent_on TEXT,
  sent_to TEXT
) STRICT;

-- A unit reports once a month; two programs that begin the same report at once meet here.
CREATE UNIQUE INDEX monthly_month ON monthly (month, coalesce (unit_id, ''));
CREATE INDEX monthly_unit ON monthly (unit_id);

-- The log knows the new kinds; kind is the number of SotayRecordKind. An entity's history: what belongs to a person has
-- an id that begins with the person's ("STAFF/…"), so that one range of this index is the whole history.
CREATE TABLE new_change (
  step INTEGER NOT NULL REFERENCES step (number),
  position INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 9),
  entity TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (step, position)
) STRICT, WITHOUT ROWID;

INSERT INTO new_change SELECT step, position, kind, entity, before, after FROM change;
DROP TABLE change;
ALTER TABLE new_change RENAME TO change;
CREATE INDEX change_entity ON change (entity);

-- Very many people who were added together: one line of the log instead of a change for each. Their ids follow one
-- another from first_id to last_id, and are given to nobody else. Stands here only while the step is done; when it is
-- undone, its people become changes. position: after the step's changes.
CREATE TABLE bulk_add (
  step INTEGER PRIMARY KEY NOT NULL REFERENCES step (number),
  position INTEGER NOT NULL,
  count INTEGER NOT NULL,
  first_id TEXT NOT NULL,
  last_id TEXT NOT NULL
) STRICT;

-- The whole log is "change" and this, which is no view because its JSON is not made in one (trusted_schema is off):
--
--   SELECT b.step, b.position, 1 AS kind, s.id AS entity, NULL AS before,
--          json_patch ('{}', json_object ('name', s.name, …, 'reason', s.reason)) AS after   -- without what is NULL
--     FROM bulk_add b JOIN staff s ON s.id BETWEEN b.first_id AND b.last_id
--     WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.entity = s.id AND c.step > b.step)
--   UNION ALL
--   SELECT b.step, b.position, 1, c.entity, NULL, c.before
--     FROM bulk_add b JOIN change c ON c.entity BETWEEN b.first_id AND b.last_id
--     WHERE c.kind = 1 AND c.step > b.step
--       AND NOT EXISTS (SELECT 1 FROM change d WHERE d.entity = c.entity AND d.step > b.step
--                       AND (d.step, d.position) < (c.step, c.position))
--
-- What was added is what the first later change of the person found before it; where there is none, the person's row is
-- still what was added. All people of a bulk have one position; they are in the order of their ids.
