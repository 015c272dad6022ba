/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trial.h"

#include "core/paths.h"
#include "disk.h"
#include "fixture.h"
#include "random-history.h"
#include "register/register-error.h"
#include "support/test-support.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define N_STEPS 6
#define N_PEOPLE 60
#define N_MOVES 10
#define N_COPIES 3

typedef struct
{
  Place *place;
  GRand *chance;
  TrialNote note;
  gpointer data;
  char *position;
} Trial;

/* FALSE: it failed, or the disk has struck */
typedef gboolean (*Work) (Trial *trial, GError **error);

static void
note (Trial *trial, const char *word, const char *rest)
{
  g_autofree char *line = g_strconcat (word, rest != NULL ? " " : NULL, rest, NULL);

  trial->note (line, trial->data);
}

static void
note_position (Trial *trial)
{
  disk_pause (TRUE);
  g_free (trial->position);
  trial->position = position_of (trial->place->store);
  note (trial, "at", trial->position);
  disk_pause (FALSE);
}

static void
note_next (Trial *trial, char *position)
{
  note (trial, "next", position);
  g_free (position);
}

static gboolean
note_done (Trial *trial)
{
  note (trial, "did", NULL);
  note_position (trial);
  return !disk_has_struck ();
}

/* A step that the store refuses as invalid was not to be. */
static gboolean
apply (Trial *trial, SotayStep *made, GError **error)
{
  g_autoptr (SotayStep) step = made;
  g_autoptr (GError) failure = NULL;

  if (step == NULL || sotay_step_get_changes (step)->len == 0)
    return TRUE;
  note_next (trial, position_after_step (trial->position));
  if (sotay_store_apply (trial->place->store, step, NULL, &failure))
    return note_done (trial);
  if (g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID))
    {
      note_position (trial);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
move (Trial *trial, gboolean undo, GError **error)
{
  SotayStore *store = trial->place->store;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) failure = NULL;

  note_next (trial, undo ? position_after_undo (trial->position) : position_after_redo (trial->position));
  step = undo ? sotay_store_undo (store, 0, NULL, &failure) : sotay_store_redo (store, NULL, &failure);
  if (step != NULL)
    return note_done (trial);
  if (g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOTHING))
    {
      note_position (trial);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static SotayStep *
make_step (Trial *trial)
{
  SotayStep *step;

  disk_pause (TRUE);
  step = random_history_make (trial->place->store, trial->chance);
  disk_pause (FALSE);
  return step;
}

static gboolean
work_marking (Trial *trial, GError **error)
{
  for (guint i = 0; i < N_STEPS; i++)
    if (!(g_rand_int_range (trial->chance, 0, 5) > 0 ? apply (trial, make_step (trial), error)
                                                     : move (trial, g_rand_boolean (trial->chance), error)))
      return FALSE;
  return TRUE;
}

static gboolean
work_undo (Trial *trial, GError **error)
{
  for (guint i = 0; i < N_MOVES; i++)
    if (!move (trial, g_rand_int_range (trial->chance, 0, 3) > 0, error))
      return FALSE;
  return TRUE;
}

static SotayUnit *
find_unit (Trial *trial)
{
  g_autoptr (GPtrArray) units = NULL;

  disk_pause (TRUE);
  units = sotay_store_list_units (trial->place->store, NULL, NULL);
  disk_pause (FALSE);
  g_assert_nonnull (units);
  return g_object_ref (g_ptr_array_index (units, 0));
}

/* With the backup that is made before each; the second one finds people to come between. */
static gboolean
work_import (Trial *trial, GError **error)
{
  g_autoptr (SotayUnit) unit = find_unit (trial);

  return apply (trial, place_import_of (unit, 2 * N_PEOPLE), error)
         && apply (trial, place_import_of (unit, N_PEOPLE), error);
}

static gboolean
work_migration (Trial *trial, GError **error)
{
  return !disk_has_struck (); /* opening was all */
}

static gboolean
work_backup (Trial *trial, GError **error)
{
  for (guint i = 0; i < N_COPIES; i++)
    {
      g_autoptr (SotayBackup) made = NULL;

      made = sotay_backups_make (trial->place->backups, SOTAY_BACKUP_BY_HAND, NULL, NULL, error);
      if (made == NULL)
        return FALSE;
      note (trial, "kept", sotay_backup_get_id (made));
      if (disk_has_struck () || !apply (trial, make_step (trial), error))
        return FALSE;
    }
  return TRUE;
}

static char *
read_fact (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
write_fact (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
folder_of (Place *place)
{
  g_autofree char *data = g_path_get_dirname (place->path);

  return g_path_get_dirname (data);
}

static gboolean
restore (Trial *trial, const char *which, GError **error)
{
  g_autofree char *folder = folder_of (trial->place);
  g_autofree char *fact = g_strconcat ("position-of-", which, NULL);
  g_autofree char *id = read_fact (folder, which);
  g_autofree char *position = read_fact (folder, fact);
  g_autoptr (SotayBackup) before = NULL;

  note (trial, "next", position);
  before = sotay_backups_restore (trial->place->backups, id, NULL, NULL, error);
  if (before == NULL)
    return FALSE;
  note (trial, "kept", sotay_backup_get_id (before));
  return note_done (trial);
}

static gboolean
work_restore (Trial *trial, GError **error)
{
  return restore (trial, "one", error) && restore (trial, "two", error) && restore (trial, "one", error);
}

static gboolean
work_repair (Trial *trial, GError **error)
{
  return restore (trial, "two", error);
}

static const struct
{
  const char *name;
  Work work;
} kinds[TRIAL_N_KINDS] = {
  [TRIAL_IMPORT] = { "import", work_import },
  [TRIAL_MARKING] = { "marking", work_marking },
  [TRIAL_UNDO] = { "undo", work_undo },
  [TRIAL_MIGRATION] = { "migration", work_migration },
  [TRIAL_BACKUP] = { "backup", work_backup },
  [TRIAL_RESTORE] = { "restore", work_restore },
  [TRIAL_REPAIR] = { "repair", work_repair },
  [TRIAL_BEGINNING] = { "beginning", work_marking },
};

const char *
trial_kind_name (TrialKind kind)
{
  return kinds[kind].name;
}

/* Opens the register first, as a program does when it starts. */
static gboolean
open_register (TrialKind kind, Place *place, GError **error)
{
  g_autoptr (GPtrArray) steps = NULL;

  if (kind == TRIAL_REPAIR)
    return TRUE;
  steps = sotay_store_list_steps (place->store, 1, NULL, error);
  return steps != NULL && !disk_has_struck ();
}

gboolean
trial_work (TrialKind kind, Place *place, guint32 seed, TrialNote told, gpointer data, GError **error)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  g_autofree char *folder = folder_of (place);
  Trial trial = { place, chance, told, data, read_fact (folder, "at") };
  gboolean done = open_register (kind, place, error) && kinds[kind].work (&trial, error);

  g_free (trial.position);
  return done;
}

/* -- What the work begins with. -- */

static void
execute (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *problem = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* As the first version left it: a unit, an import, and one step that was undone. */
static void
make_schema_1 (const char *path)
{
  g_autofree char *schema = sotay_test_data ("../resources/sql/001-register.sql");
  g_autofree char *sql = NULL;

  g_assert_true (g_file_get_contents (schema, &sql, NULL, NULL));
  execute (path, sql);
  execute (path,
           "PRAGMA user_version = 1; PRAGMA application_id = 0x5354564E; PRAGMA journal_mode = WAL; BEGIN;"
           "INSERT INTO unit VALUES ('u', NULL, 'Phường Bến Nghé', ' phuong ben nghe', x'01');"
           "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
           "  INSERT INTO staff (id, unit_id, name, trained_on, folded, sort_key)"
           "  SELECT 'p' || i, 'u', 'Trần Thị ' || i, '2024-03-05', ' tran thi ' || i, x'01' FROM n;"
           "INSERT INTO step VALUES (1, 1, 'add-unit', 'Phường Bến Nghé', 0, 1),"
           "  (2, 2, 'import-staff', 'a.csv', 0, 300),"
           "  (3, 3, 'rename-unit', 'Phường', 1, 1);"
           "INSERT INTO change VALUES (1, 0, 0, 'u', NULL, json_object ('name', 'Phường Bến Nghé')),"
           "  (3, 0, 0, 'u', json_object ('name', 'Phường Bến Nghé'), json_object ('name', 'Phường'));"
           "INSERT INTO change SELECT 2, rowid, 1, id, NULL,"
           "  json_object ('name', name, 'unit_id', unit_id, 'trained_on', trained_on) FROM staff;"
           "INSERT INTO meta VALUES ('collation', 'old'); COMMIT");
}

/* A few years of a register. */
static void
live (Place *place, guint n_steps)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (n_steps);
  g_autoptr (SotayUnit) ward = place_add_ward (place);

  fixture_apply (place->store, place_import_of (ward, N_PEOPLE));
  for (guint i = 0; i < n_steps; i++)
    random_history_step (place->store, chance);
}

static void
keep_copy (Place *place, const char *folder, const char *which)
{
  g_autofree char *fact = g_strconcat ("position-of-", which, NULL);
  g_autofree char *position = position_of (place->store);
  g_autoptr (SotayBackup) made = place_make (place);

  write_fact (folder, which, sotay_backup_get_id (made));
  write_fact (folder, fact, position);
  write_fact (folder, "at", position);
}

static void
make_copies (const char *folder)
{
  g_auto (Place) place = { NULL };

  trial_open (&place, folder);
  live (&place, 5);
  keep_copy (&place, folder, "one");
  live (&place, 10);
  keep_copy (&place, folder, "two");
}

static void
damage (const char *folder, const char *path)
{
  g_autofree char *bytes = NULL;
  g_autofree char *digest = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes, 0xa5, 100);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  digest = g_compute_checksum_for_data (G_CHECKSUM_MD5, (guchar *) bytes, length);
  write_fact (folder, "original", digest);
}

static char *
path_in (const char *folder)
{
  return g_build_filename (folder, "data", "register.db", NULL);
}

/* Where @folder stands once it has been opened; the folder itself is not touched. */
static void
find_position (const char *folder)
{
  g_autofree char *copy = trial_copy (folder);
  g_autofree char *path = path_in (copy);
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autofree char *position = position_of (store);

  write_fact (folder, "at", position);
}

static void
fill (const char *folder, guint n_steps)
{
  g_auto (Place) place = { NULL };

  trial_open (&place, folder);
  live (&place, n_steps);
}

char *
trial_prepare (TrialKind kind)
{
  char *folder = sotay_test_folder ();
  g_autofree char *data = g_build_filename (folder, "data", NULL);
  g_autofree char *path = path_in (folder);

  g_assert_true (sotay_paths_make_private (data, NULL));
  if (kind == TRIAL_MIGRATION)
    make_schema_1 (path);
  else if (kind == TRIAL_RESTORE || kind == TRIAL_REPAIR)
    make_copies (folder);
  else if (kind != TRIAL_BEGINNING)
    fill (folder, kind == TRIAL_UNDO ? 12 : 4);
  if (kind == TRIAL_REPAIR)
    damage (folder, path);
  else
    find_position (folder);
  return folder;
}

static void
copy_folder (const char *from, const char *to)
{
  g_autoptr (GDir) folder = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_true (sotay_paths_make_private (to, NULL));
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        copy_folder (source, target);
      else
        g_assert_true (g_file_get_contents (source, &bytes, &length, NULL)
                       && g_file_set_contents_full (target, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                                                    NULL));
    }
}

char *
trial_copy (const char *base)
{
  char *folder = sotay_test_folder ();

  copy_folder (base, folder);
  return folder;
}

void
trial_open (Place *place, const char *folder)
{
  place_open (place, path_in (folder));
}

void
trial_begin_account (const char *folder, Account *account)
{
  g_autofree char *position = read_fact (folder, "at");
  g_autofree char *line = g_strconcat ("at ", position, NULL);

  account_note (account, line);
}

/* -- What must hold afterwards. -- */

static void
check_backups (Place *place, Account *account)
{
  g_autoptr (GPtrArray) all = place_list (place);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      SotayBackup *backup = g_ptr_array_index (all, i);

      g_ptr_array_add (ids, (gpointer) sotay_backup_get_id (backup));
      if (sotay_backup_get_cause (backup) != SOTAY_BACKUP_DAMAGED && sotay_backup_get_contents (backup) == NULL)
        g_error ("%s is not whole: %s", sotay_backup_get_path (backup), sotay_backup_get_problem (backup)->message);
    }
  for (guint i = 0; i < account->kept->len; i++)
    if (!g_ptr_array_find_with_equal_func (ids, g_ptr_array_index (account->kept, i), g_str_equal, NULL))
      g_error ("the backup %s is gone", (char *) g_ptr_array_index (account->kept, i));
}

/* The next use: a change, and back. */
static void
check_use (Place *place)
{
  g_autofree char *before = fixture_dump (place->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = NULL;

  g_object_unref (place_add_ward (place));
  step = sotay_store_undo (place->store, 0, NULL, &error);
  g_assert_no_error (error);
  after = fixture_dump (place->store);
  g_assert_cmpstr (after, ==, before);
  place_assert_whole (place->store);
}

/* What was put aside is all of what was damaged; until the backup is in its place, it can be put there. */
static void
check_repair (Place *place, const char *folder)
{
  g_autoptr (GPtrArray) steps = sotay_store_list_steps (place->store, 1, NULL, NULL);
  g_autofree char *id = read_fact (folder, "two");
  g_autofree char *original = read_fact (folder, "original");
  g_autoptr (GPtrArray) all = place_list (place);
  g_autoptr (SotayBackup) before = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < all->len; i++)
    if (sotay_backup_get_cause (all->pdata[i]) == SOTAY_BACKUP_DAMAGED)
      {
        g_autofree char *digest = NULL;
        g_autofree char *bytes = NULL;
        gsize length;

        g_assert_true (g_file_get_contents (sotay_backup_get_path (all->pdata[i]), &bytes, &length, NULL));
        digest = g_compute_checksum_for_data (G_CHECKSUM_MD5, (guchar *) bytes, length);
        g_assert_cmpstr (digest, ==, original);
      }
  if (steps != NULL)
    return;
  before = sotay_backups_restore (place->backups, id, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
trial_check (TrialKind kind, const char *folder, Account *account)
{
  g_auto (Place) place = { NULL };

  trial_open (&place, folder);
  if (kind == TRIAL_REPAIR)
    check_repair (&place, folder);
  account_check (account, place.store, place.path);
  check_backups (&place, account);
  check_use (&place);
}
