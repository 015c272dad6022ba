/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "account.h"

#include "fixture.h"

#include <json-glib/json-glib.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  gint64 newest;
  guint n[3]; /* by SotayStepState: done, undone, dropped */
} Numbers;

static char *
format (const Numbers *numbers, const char *digest)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %u %u %u %s", numbers->newest, numbers->n[SOTAY_STEP_DONE],
                          numbers->n[SOTAY_STEP_UNDONE], numbers->n[SOTAY_STEP_DROPPED], digest);
}

static Numbers
parse (const char *position)
{
  g_auto (GStrv) parts = g_strsplit (position, " ", -1);
  Numbers numbers = { 0 };

  g_assert_cmpuint (g_strv_length (parts), ==, 5);
  numbers.newest = g_ascii_strtoll (parts[0], NULL, 10);
  for (guint i = 0; i < G_N_ELEMENTS (numbers.n); i++)
    numbers.n[i] = (guint) g_ascii_strtoull (parts[i + 1], NULL, 10);
  return numbers;
}

char *
position_of (SotayStore *store)
{
  g_autoptr (GPtrArray) steps = sotay_store_list_steps (store, 0, NULL, NULL);
  g_autofree char *dump = fixture_dump (store);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_MD5, dump, -1);
  Numbers numbers = { 0 };

  g_assert_nonnull (steps);
  for (guint i = 0; i < steps->len; i++)
    {
      SotayStep *step = g_ptr_array_index (steps, i);

      numbers.newest = MAX (numbers.newest, sotay_step_get_number (step));
      numbers.n[sotay_step_get_state (step)]++;
    }
  return format (&numbers, digest);
}

char *
position_after_step (const char *position)
{
  Numbers numbers = parse (position);

  numbers.newest++;
  numbers.n[SOTAY_STEP_DONE]++;
  numbers.n[SOTAY_STEP_DROPPED] += numbers.n[SOTAY_STEP_UNDONE];
  numbers.n[SOTAY_STEP_UNDONE] = 0;
  return format (&numbers, "*");
}

char *
position_after_undo (const char *position)
{
  Numbers numbers = parse (position);

  numbers.n[SOTAY_STEP_DONE]--;
  numbers.n[SOTAY_STEP_UNDONE]++;
  return format (&numbers, "*");
}

char *
position_after_redo (const char *position)
{
  Numbers numbers = parse (position);

  numbers.n[SOTAY_STEP_DONE]++;
  numbers.n[SOTAY_STEP_UNDONE]--;
  return format (&numbers, "*");
}

void
account_clear (Account *account)
{
  g_clear_pointer (&account->at, g_free);
  g_clear_pointer (&account->next, g_free);
  g_clear_pointer (&account->kept, g_ptr_array_unref);
}

void
account_note (Account *account, const char *line)
{
  if (account->kept == NULL)
    account->kept = g_ptr_array_new_with_free_func (g_free);
  if (g_str_has_prefix (line, "at "))
    {
      g_free (account->at);
      account->at = g_strdup (line + strlen ("at "));
      g_clear_pointer (&account->next, g_free);
      account->did = FALSE;
    }
  else if (g_str_has_prefix (line, "next "))
    {
      g_free (account->next);
      account->next = g_strdup (line + strlen ("next "));
    }
  else if (g_str_equal (line, "did"))
    account->did = TRUE;
  else if (g_str_has_prefix (line, "kept "))
    g_ptr_array_add (account->kept, g_strdup (line + strlen ("kept ")));
  else
    g_error ("not a line of an account: %s", line);
}

static gboolean
is_position (const char *expected, const char *position)
{
  gsize length = strlen (expected);

  if (expected[length - 1] == '*')
    return strncmp (expected, position, length - 1) == 0;
  return g_str_equal (expected, position);
}

static void
check_position (Account *account, SotayStore *store)
{
  g_autofree char *position = position_of (store);

  if (account->next != NULL && is_position (account->next, position))
    return;
  if (account->did || !is_position (account->at, position))
    g_error ("the register is at %s; it was at %s, went to %s, and %s there", position, account->at, account->next,
             account->did ? "was" : "was not yet");
}

static int
compare_lines (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char **
sort_lines (const char *text)
{
  char **lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
  return lines;
}

/* The last record of each entry in the log, in the form of fixture_dump(). */
static char **
replay (const char *path)
{
  static const char sql[] =
      "SELECT entity, after FROM (SELECT c.entity, c.after, row_number () OVER"
      "  (PARTITION BY c.kind, c.entity ORDER BY c.step DESC, c.position DESC) AS place"
      "  FROM change c JOIN step s ON s.number = c.step WHERE s.state = 0) WHERE place = 1 AND after IS NOT NULL";
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *rows = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &rows, NULL), ==, SQLITE_OK);
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      const char *json = (const char *) sqlite3_column_text (rows, 1);
      g_autoptr (GVariant) record = g_variant_ref_sink (json_gvariant_deserialize_data (json, -1, "a{ss}", NULL));
      g_autofree char *printed = g_variant_print (record, FALSE);

      g_string_append_printf (text, "%s %s\n", (const char *) sqlite3_column_text (rows, 0), printed);
    }
  sqlite3_finalize (rows);
  sqlite3_close (db);
  return sort_lines (text->str);
}

void
account_check (Account *account, SotayStore *store, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *verdict = sotay_store_check (store, NULL, &error);
  g_autofree char *dump = NULL;
  g_auto (GStrv) held = NULL;
  g_auto (GStrv) logged = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (verdict);
  dump = fixture_dump (store);
  held = sort_lines (dump);
  logged = replay (path);
  for (guint i = 0; held[i] != NULL || logged[i] != NULL; i++)
    g_assert_cmpstr (held[i], ==, logged[i]);
  check_position (account, store);
}
