/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/trainer-notes.h"

#include "lesson.h"
#include "own-fixture.h"
#include "support/test-support.h"

#include <glib/gstdio.h>
#include <string.h>

static SotayCatalogue *catalogue;

static void
loaded_cb (SotayTrainerNotes *notes, guint utility, gboolean *loaded)
{
  *loaded = utility == 0;
}

static SotayTrainerNotes *
open_notes (OwnFixture *fixture)
{
  SotayTrainerNotes *notes = sotay_trainer_notes_new (fixture->path, catalogue);
  gboolean loaded = FALSE;
  gulong handler = g_signal_connect (notes, "changed", G_CALLBACK (loaded_cb), &loaded);

  own_fixture_wait (&loaded);
  g_signal_handler_disconnect (notes, handler);
  return notes;
}

static void
assert_note (SotayTrainerNotes *notes, guint utility, const char *expected, gboolean expected_own)
{
  gboolean own;
  g_autofree char *text = sotay_trainer_notes_dup (notes, utility, &own);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (own, ==, expected_own);
}

/* What the content says: its notes, a line for each. */
static char *
dup_content (guint utility)
{
  GPtrArray *utilities = sotay_catalogue_get_utilities (catalogue);
  const SotayUtilityParts *parts = sotay_utility_get_parts (g_ptr_array_index (utilities, utility - 1));
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts->notes[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", parts->notes[i]);
  return g_string_free (text, FALSE);
}

static void
test_content (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayTrainerNotes) notes = open_notes (fixture);

  for (guint utility = 1; utility <= 16; utility++)
    {
      g_autofree char *expected = dup_content (utility);

      g_assert_cmpstr (expected, !=, "");
      assert_note (notes, utility, expected, FALSE);
    }
}

/* Kept when the object ends; the content's again when the own one is given up. */
static void
test_own (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayTrainerNotes) notes = open_notes (fixture);
  g_autofree char *content = dup_content (10);
  GStatBuf info;

  sotay_trainer_notes_set (notes, 10, "Hỏi: ai đã có \"mức 2\"?\n\tĐợi \\ giơ tay.");
  sotay_trainer_notes_set (notes, 3, "");
  g_clear_object (&notes);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (fixture->folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);

  notes = open_notes (fixture);
  assert_note (notes, 10, "Hỏi: ai đã có \"mức 2\"?\n\tĐợi \\ giơ tay.", TRUE);
  assert_note (notes, 3, "", TRUE);
  sotay_trainer_notes_set (notes, 10, NULL);
  assert_note (notes, 10, content, FALSE);
  g_clear_object (&notes);

  notes = open_notes (fixture);
  assert_note (notes, 10, content, FALSE);
  assert_note (notes, 3, "", TRUE);
}

static void
note_cb (SotayTrainerNotes *notes, guint utility, GString *seen)
{
  g_string_append_printf (seen, "%u ", utility);
}

static void
test_signals (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayTrainerNotes) notes = open_notes (fixture);
  g_autoptr (GString) seen = g_string_new (NULL);

  g_signal_connect (notes, "changed", G_CALLBACK (note_cb), seen);
  sotay_trainer_notes_set (notes, 7, NULL);
  sotay_trainer_notes_set (notes, 7, "a");
  sotay_trainer_notes_set (notes, 7, "a");
  sotay_trainer_notes_set (notes, 8, "b");
  sotay_trainer_notes_set (notes, 7, NULL);
  g_assert_cmpstr (seen->str, ==, "7 8 7 ");
}

/* Whoever is quicker than the disk loses nothing of what the file holds. */
static void
test_early (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayTrainerNotes) notes = open_notes (fixture);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autofree char *content = dup_content (1);
  g_autofree char *text = NULL;

  sotay_trainer_notes_set (notes, 1, "cũ");
  sotay_trainer_notes_set (notes, 2, "còn");
  g_clear_object (&notes);
  notes = sotay_trainer_notes_new (fixture->path, catalogue);
  g_signal_connect (notes, "changed", G_CALLBACK (note_cb), seen);
  sotay_trainer_notes_set (notes, 1, NULL);
  g_assert_cmpstr (seen->str, ==, "0 1 ");
  assert_note (notes, 2, "còn", TRUE);
  g_clear_object (&notes);

  notes = sotay_trainer_notes_new (fixture->path, catalogue);
  text = sotay_trainer_notes_export (notes);
  g_assert_nonnull (strstr (text, "còn"));
  g_clear_object (&notes);
  notes = open_notes (fixture);
  assert_note (notes, 1, content, FALSE);
}

/* Cut between characters, not within one. */
static void
test_length (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayTrainerNotes) notes = open_notes (fixture);
  GString *longest = g_string_new ("x");
  g_autofree char *too_long = NULL;

  for (guint i = 1; i < SOTAY_TRAINER_NOTE_LENGTH; i++)
    g_string_append (longest, "ệ");
  too_long = g_strconcat (longest->str, "ệ và nữa", NULL);
  for (guint utility = 1; utility <= 16; utility++)
    sotay_trainer_notes_set (notes, utility, too_long);
  assert_note (notes, 16, longest->str, TRUE);
  g_clear_object (&notes);
  notes = open_notes (fixture);
  for (guint utility = 1; utility <= 16; utility++)
    assert_note (notes, utility, longest->str, TRUE);
  g_string_free (longest, TRUE);
}

static void
test_damaged (OwnFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "", "[]", "{", "{\"format\":1}", "{\"format\":1,\"entries\":[]}", "{\"format\":2,\"entries\":{\"U1\":\"a\"}}",
    "{\"entries\":{\"U1\":\"a\"}}", "{\"format\":1,\"entries\":{\"U1\":\"\xff\"}}",
  };
  g_autofree char *content = dup_content (1);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *name = g_strdup_printf ("notes.json.damaged-%u", i + 1);
      g_autoptr (SotayTrainerNotes) notes = NULL;

      own_fixture_write (fixture, "notes.json", texts[i], -1);
      notes = open_notes (fixture);
      assert_note (notes, 1, content, FALSE);
      own_fixture_assert (fixture, name, texts[i]);
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
    }
}

/* A piece that makes no sense counts for nothing, and stays where it is. */
static void
test_unknown (OwnFixture *fixture, gconstpointer data)
{
  g_autofree char *content = dup_content (2);
  g_autofree char *after = NULL;
  g_autoptr (SotayTrainerNotes) notes = NULL;

  own_fixture_write (fixture, "notes.json",
                     "{\"format\":1,\"entries\":{\"U1\":\"a\",\"U2\":5,\"U3\":{\"bold\":true},"
                     "\"U5\":\"x\\ud800y\",\"U99\":\"z\"}}", -1);
  notes = open_notes (fixture);
  assert_note (notes, 1, "a", TRUE);
  assert_note (notes, 2, content, FALSE);
  sotay_trainer_notes_set (notes, 4, "d");
  g_clear_object (&notes);
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_nonnull (strstr (after, "\"bold\""));
  g_assert_nonnull (strstr (after, "\"U99\""));
  notes = open_notes (fixture);
  assert_note (notes, 4, "d", TRUE);
}

static void
failed_cb (SotayTrainerNotes *notes, GError *error, gboolean *failed)
{
  g_assert_nonnull (error);
  *failed = TRUE;
}

/* The folder cannot be made: told, kept in memory, and written with the next change when it can. */
static void
test_unwritable (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayTrainerNotes) notes = open_notes (fixture);
  gboolean failed = FALSE;

  own_fixture_block (fixture);
  g_signal_connect (notes, "failed", G_CALLBACK (failed_cb), &failed);
  sotay_trainer_notes_set (notes, 1, "một");
  own_fixture_wait (&failed);
  assert_note (notes, 1, "một", TRUE);
  own_fixture_unblock (fixture);
  sotay_trainer_notes_set (notes, 2, "hai");
  g_clear_object (&notes);
  notes = open_notes (fixture);
  assert_note (notes, 1, "một", TRUE);
  assert_note (notes, 2, "hai", TRUE);
}

/* Each program puts its own changes into what the other left. */
static void
test_two_programs (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayTrainerNotes) first = open_notes (fixture);
  g_autoptr (SotayTrainerNotes) second = open_notes (fixture);
  g_autoptr (SotayTrainerNotes) third = NULL;

  sotay_trainer_notes_set (first, 1, "một");
  sotay_trainer_notes_set (first, 3, "ba");
  sotay_trainer_notes_set (second, 2, "hai");
  sotay_trainer_notes_set (second, 3, "ba nữa");
  g_clear_object (&first);
  g_clear_object (&second);
  third = open_notes (fixture);
  assert_note (third, 1, "một", TRUE);
  assert_note (third, 2, "hai", TRUE);
  assert_note (third, 3, "ba nữa", TRUE);
}

static void
test_export (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayTrainerNotes) notes = open_notes (fixture);
  GPtrArray *utilities = sotay_catalogue_get_utilities (catalogue);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;

  for (guint utility = 1; utility <= 16; utility++)
    sotay_trainer_notes_set (notes, utility, " \n");
  sotay_trainer_notes_set (notes, 2, "Hai.\n\nNữa.\n\n");
  sotay_trainer_notes_set (notes, 16, "Mười sáu.");
  text = sotay_trainer_notes_export (notes);
  expected = g_strdup_printf ("2. %s\n\nHai.\n\nNữa.\n\n16. %s\n\nMười sáu.\n",
                              sotay_utility_get_title (g_ptr_array_index (utilities, 1)),
                              sotay_utility_get_title (g_ptr_array_index (utilities, 15)));
  g_assert_cmpstr (text, ==, expected);
}

static void
add (const char *name, void (*test) (OwnFixture *, gconstpointer))
{
  g_test_add (name, OwnFixture, "notes.json", own_fixture_set_up, test, own_fixture_tear_down);
}

static void
add_tests (void)
{
  add ("/trainer-notes/content", test_content);
  add ("/trainer-notes/own", test_own);
  add ("/trainer-notes/signals", test_signals);
  add ("/trainer-notes/early", test_early);
  add ("/trainer-notes/length", test_length);
  add ("/trainer-notes/damaged", test_damaged);
  add ("/trainer-notes/unknown", test_unknown);
  add ("/trainer-notes/unwritable", test_unwritable);
  add ("/trainer-notes/two-programs", test_two_programs);
  add ("/trainer-notes/export", test_export);
}

int
main (int argc, char **argv)
{
  int status;

  catalogue = lesson_load_catalogue ();
  status = sotay_test_run (argc, argv, add_tests);
  g_object_unref (catalogue);
  return status;
}
