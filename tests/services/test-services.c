/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/services.h"

#include "core/paths.h"
#include "guide/guide-error.h"
#include "register/register-error.h"
#include "services/messages.h"
#include "services/settings.h"
#include "support/test-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* The words of a stranger's server end in a sentence on the screen and in the terminal. */
static void
test_detail_is_harmless (void)
{
  g_autofree char *long_words = g_strnfill (100000, 'x');
  g_autoptr (GError) hostile = g_error_new_literal (SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_STATUS,
                                                    "404 <b>\x1b[31m%s\n\xff\xe2\x80\xae");
  g_autoptr (GError) endless = g_error_new_literal (SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_STATUS, long_words);
  g_autofree char *sentence = sotay_describe_error (hostile);
  g_autofree char *shortened = sotay_describe_error (endless);

  g_assert_true (g_utf8_validate (sentence, -1, NULL));
  g_assert_nonnull (strstr (sentence, "404 <b>[31m%s"));
  g_assert_null (strchr (sentence, '\x1b'));
  g_assert_null (strchr (sentence, '\n'));
  g_assert_null (strstr (sentence, "\xe2\x80\xae"));
  g_assert_cmpint (g_utf8_strlen (shortened, -1), <, 600);
}

/* Whatever happens to the register has a sentence of its own, which says what was kept or what to do next. */
static void
test_register_sentences (void)
{
  g_autoptr (GHashTable) sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = 0; code <= SOTAY_REGISTER_ERROR_FILE_NO_COLUMN; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (SOTAY_REGISTER_ERROR, code, "name");
      char *sentence = sotay_describe_error (error);

      g_test_message ("%s", sentence);
      g_assert_false (g_str_has_prefix (sentence, "This did not work"));
      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_true (g_hash_table_add (sentences, sentence));
    }
}

static void
assert_defaults_serve (void)
{
  g_autoptr (SotayServices) services = sotay_services_new ();

  g_assert_cmpstr (sotay_services_get_language (services), ==, "vi");
  g_assert_true (g_settings_set_string (sotay_services_get_settings (services), SOTAY_SETTING_VIEW, "guide"));
}

static void
test_settings_that_are_no_file (void)
{
  g_autofree char *path = sotay_paths_settings ();
  g_autofree char *large = g_strnfill (2 * 1024 * 1024, '#');

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_defaults_serve ();
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_true (g_file_set_contents (path, large, -1, NULL));
  assert_defaults_serve ();
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_true (g_file_set_contents (path, "[io/github/sotay_vneid/SotayVneid]\nwindow-height=-5\nview=42\n", -1, NULL));
  assert_defaults_serve ();
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_values_out_of_range (void)
{
  g_autofree char *path = sotay_paths_settings ();
  g_autoptr (SotayServices) services = NULL;

  g_assert_true (g_file_set_contents (path, "[io/github/sotay_vneid/SotayVneid]\nwindow-height=-5\n", -1, NULL));
  services = sotay_services_new ();
  g_assert_cmpint (g_settings_get_int (sotay_services_get_settings (services), SOTAY_SETTING_WINDOW_HEIGHT), ==, 720);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_targets (void)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *outside = g_dir_make_tmp ("sotay-target-XXXXXX", NULL);
  g_autofree char *fresh = g_build_filename (outside, "ma-qr.svg", NULL);
  g_autofree char *store = sotay_paths_data ("register.db");
  g_autofree char *entry = sotay_paths_data ("guide/../guide/current");
  g_autofree char *data = sotay_paths_data (NULL);
  g_autofree char *link = g_build_filename (outside, "link", NULL);
  g_autofree char *linked = g_build_filename (link, "register.db", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (link);
  const char *const refused[] = { store, entry, "/dev/null", folder, outside, linked };

  g_assert_true (sotay_paths_make_private (data, NULL));
  g_assert_true (g_file_make_symbolic_link (place, data, NULL, NULL));
  g_assert_true (sotay_paths_check_target (fresh, NULL));
  g_assert_true (g_file_set_contents (fresh, "x", -1, NULL));
  g_assert_true (sotay_paths_check_target (fresh, NULL)); /* a file may be replaced */
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refused[i]);
      g_assert_false (sotay_paths_check_target (refused[i], &error));
      g_assert_nonnull (error);
    }
  g_assert_cmpint (g_remove (fresh), ==, 0);
  g_assert_cmpint (g_remove (link), ==, 0);
  g_assert_cmpint (g_rmdir (outside), ==, 0);
}

static void
keep_warning_cb (SotayServices *services, const char *sentence, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (sentence);
}

static gboolean
lose_patience_cb (gpointer data)
{
  g_error ("no warning came");
  return G_SOURCE_REMOVE;
}

/* What a trainer keeps lies in a folder of its own; when it cannot be written, a sentence says so. */
static void
test_presentation (void)
{
  g_autoptr (SotayServices) services = sotay_services_new ();
  SotayTrainerNotes *notes = sotay_services_get_trainer_notes (services);
  g_autofree char *journal = sotay_services_dup_journal_path (services);
  g_autofree char *folder = sotay_paths_data ("presentation");
  g_autofree char *file = g_build_filename (folder, "notes.json", NULL);
  g_autofree char *sentence = NULL;
  guint patience = g_timeout_add_seconds (60, lose_patience_cb, NULL);

  g_assert_true (sotay_services_get_trainer_notes (services) == notes);
  g_assert_true (sotay_services_get_lesson_plans (services) == sotay_services_get_lesson_plans (services));
  g_assert_true (g_str_has_prefix (journal, folder));
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_signal_connect (services, "warned", G_CALLBACK (keep_warning_cb), &sentence);
  sotay_trainer_notes_set (notes, 1, "một");
  while (sentence == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  g_test_message ("%s", sentence);
  g_assert_nonnull (strstr (sentence, folder));
  g_assert_cmpint (g_remove (folder), ==, 0);
  g_clear_object (&services);
  g_assert_true (sotay_paths_is_private (folder));
  g_assert_true (sotay_paths_is_private (file));
}

static void
add_tests (void)
{
  g_test_add_func ("/services/detail-is-harmless", test_detail_is_harmless);
  g_test_add_func ("/services/register-sentences", test_register_sentences);
  g_test_add_func ("/services/settings-that-are-no-file", test_settings_that_are_no_file);
  g_test_add_func ("/services/values-out-of-range", test_values_out_of_range);
  g_test_add_func ("/services/targets", test_targets);
  g_test_add_func ("/services/presentation", test_presentation);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
