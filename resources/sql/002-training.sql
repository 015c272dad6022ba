-- The training register, schema 2: dated units and memberships, sessions, attendance, practice, the campaign, outreach,
-- feedback. Every table but "staff" and "unit" holds exactly the fields of its record (register/record.h).

ALTER TABLE unit ADD COLUMN kind TEXT;
ALTER TABLE unit ADD COLUMN opened_on TEXT;
ALTER TABLE unit ADD COLUMN closed_on TEXT;
ALTER TABLE unit ADD COLUMN ending TEXT;
ALTER TABLE unit ADD COLUMN successor_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED;

-- counts, trained_since, passed_since: what the rules make of the register (register/standing.h).
ALTER TABLE staff ADD COLUMN employment TEXT;
ALTER TABLE staff ADD COLUMN activated TEXT;
ALTER TABLE staff ADD COLUMN reason TEXT;
ALTER TABLE staff ADD COLUMN counts INTEGER NOT NULL DEFAULT 1;
ALTER TABLE staff ADD COLUMN trained_since TEXT;
ALTER TABLE staff ADD COLUMN passed_since TEXT;
UPDATE staff SET trained_since = trained_on, passed_since = passed_on;

DROP INDEX staff_progress;
CREATE INDEX staff_progress ON staff (unit_id, counts, trained_since, passed_since, joined_on, left_on);

CREATE TABLE membership (
  id TEXT PRIMARY KEY NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  unit_id TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  from_on TEXT,
  to_on TEXT NOT NULL
) STRICT;

CREATE INDEX membership_staff ON membership (staff_id);
CREATE INDEX membership_unit ON membership (unit_id);

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

-- The log knows the new kinds; kind is the number of SotayRecordKind. An entity's history: what belongs to a person has
-- an id that begins with the person's ("STAFF/…"), so that one range of this index is the whole history.
CREATE TABLE new_change (
  step INTEGER NOT NULL REFERENCES step (number),
  position INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 8),
  entity TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (step, position)
) STRICT, WITHOUT ROWID;

INSERT INTO new_change SELECT step, position, kind, entity, before, after FROM change;
DROP TABLE change;
ALTER TABLE new_change RENAME TO change;
CREATE INDEX change_entity ON change (entity);
