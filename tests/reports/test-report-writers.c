/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every writer owes to the file that it replaces. */
#include "reports-fixture.h"

#include "register/register-error.h"
#include "reports/report-writer.h"
#include "support/test-support.h"

#include <glib/gstdio.h>

#define OLD "cũ"
#define UNITS 2000

typedef struct
{
  GCancellable *cancellable; /* to be cancelled at the first word of an advance */
  gint64 done;
  gint64 total;
} Listener;

static void
listen (gint64 done, gint64 total, gpointer data)
{
  Listener *listener = data;

  g_assert_cmpint (done, >, listener->done);
  g_assert_cmpint (done, <=, total);
  listener->done = done;
  listener->total = total;
  if (listener->cancellable != NULL)
    g_cancellable_cancel (listener->cancellable);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static char *
make_old_file (const char *folder, const SotayReportFormat *format)
{
  g_autofree char *name = g_strconcat ("bao-cao.", format->name, NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
  return path;
}

static void
assert_untouched (const char *folder, const char *path)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, OLD);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

/* Before it began, and in the middle. */
static void
test_cancelled (gconstpointer data)
{
  const SotayReportFormat *format = data;
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = make_old_file (folder, format);
  g_autoptr (SotayReport) report = fixture_make_month_report (UNITS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Listener listener = { cancellable };
  const SotayAdvance advance = { listen, &listener };
  g_autoptr (GError) error = NULL;

  g_assert_false (sotay_report_write (report, path, format, &advance, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (listener.done, ==, 1);
  assert_untouched (folder, path);
  g_clear_error (&error);
  g_assert_false (sotay_report_write (report, path, format, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_untouched (folder, path);
}

static void
test_replaced (gconstpointer data)
{
  const SotayReportFormat *format = data;
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = make_old_file (folder, format);
  g_autoptr (SotayReport) report = fixture_make_month_report (UNITS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Listener listener = { NULL };
  const SotayAdvance advance = { listen, &listener };
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  GStatBuf status;

  g_assert_true (sotay_report_write (report, path, format, &advance, cancellable, &error));
  g_assert_no_error (error);
  g_assert_cmpint (listener.done, >=, 3);
  g_assert_cmpint (listener.done, ==, listener.total);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, !=, OLD);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_nowhere (gconstpointer data)
{
  const SotayReportFormat *format = data;
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "không có", "bao-cao", NULL);
  g_autofree char *taken = g_build_filename (folder, "thư mục", NULL);
  g_autoptr (SotayReport) report = fixture_make_month_report (1);
  g_autoptr (GError) error = NULL;

  g_assert_false (sotay_report_write (report, path, format, NULL, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_WRITE);
  g_clear_error (&error);
  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  g_assert_false (sotay_report_write (report, taken, format, NULL, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_WRITE);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_found (void)
{
  g_assert_cmpstr (sotay_report_find_format ("docx")->name, ==, "docx");
  g_assert_cmpstr (sotay_report_find_format ("/tmp/Tháng 10.2026/bao-cao.XLSX")->name, ==, "xlsx");
  g_assert_null (sotay_report_find_format ("bao-cao"));
  g_assert_null (sotay_report_find_format ("bao-cao.doc"));
}

static void
add_tests (void)
{
  guint n_formats;
  const SotayReportFormat *formats = sotay_report_list_formats (&n_formats);

  g_test_add_func ("/report-writers/found", test_found);
  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *cancelled = g_strconcat ("/report-writers/cancelled/", formats[i].name, NULL);
      g_autofree char *replaced = g_strconcat ("/report-writers/replaced/", formats[i].name, NULL);
      g_autofree char *nowhere = g_strconcat ("/report-writers/nowhere/", formats[i].name, NULL);

      g_test_add_data_func (cancelled, &formats[i], test_cancelled);
      g_test_add_data_func (replaced, &formats[i], test_replaced);
      g_test_add_data_func (nowhere, &formats[i], test_nowhere);
    }
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
