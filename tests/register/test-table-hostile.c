/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that were made to fill the memory or to last for ever. Each runs in a process of its own, which must stay small
 * and be done soon. */
#include "register/register-error.h"
#include "support/test-support.h"
#include "table-fixture.h"

#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* The sanitizers keep what was freed for a while. */
#ifdef __SANITIZE_ADDRESS__
#define OVERHEAD 8
#else
#define OVERHEAD 1
#endif
#define MEGABYTES(n) ((n) * 1024L * OVERHEAD)

/* The highest memory of this process so far, in kB. */
static long
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static void
assert_small (GString *bytes, int code, long most)
{
  long before = get_peak ();

  fixture_assert_refused (bytes, code);
  if (get_peak () - before > most)
    g_test_message ("%ld kB, %ld at most", get_peak () - before, most);
  g_assert_cmpint (get_peak () - before, <=, most);
}

/* A workbook of which the sheet is @start, @again so many times, @end. */
static GString *
make_xlsx (gboolean packed, const char *start, const char *again, gsize repeat, const char *end)
{
  const char *const *frame = fixture_xlsx_frame ();
  const char *parts[] = {
    frame[0], frame[1], frame[2], frame[3],
    "xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"x\" r:id=\"r1\"/></sheets></workbook>",
    "xl/styles.xml", "<s/>",
    "xl/sharedStrings.xml", "<sst><si><t>x</t></si></sst>",
    NULL,
  };

  return fixture_zip_repeated (parts, packed, "xl/worksheets/sheet1.xml", start, again, repeat, end);
}

static GString *
make_ods (const char *start, const char *again, gsize repeat, const char *end)
{
  const char *parts[] = { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", NULL };

  return fixture_zip_repeated (parts, TRUE, "content.xml", start, again, repeat, end);
}

/* Spaces pack a thousand to one; without a limit they would unpack to 2 GB. */
static void
zip_bomb (void)
{
  g_autofree char *spaces = g_strnfill (1000000, ' ');

  assert_small (make_xlsx (TRUE, "<worksheet>", spaces, 300, "</worksheet>"), SOTAY_REGISTER_ERROR_FILE_TOO_LARGE,
                MEGABYTES (16));
}

static void
entity_bomb (void)
{
  static const char laughs[] = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
                               "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet><row><c><v>&c;</v></c></row></worksheet>";
  static const char outside[] = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><row><c t=\"str\"><v>&a;</v>"
                                "</c></row></worksheet>";

  assert_small (make_xlsx (TRUE, laughs, "", 0, ""), SOTAY_REGISTER_ERROR_FILE_DAMAGED, MEGABYTES (16));
  assert_small (make_xlsx (TRUE, outside, "", 0, ""), SOTAY_REGISTER_ERROR_FILE_DAMAGED, MEGABYTES (16));
  assert_small (make_ods (laughs, "", 0, ""), SOTAY_REGISTER_ERROR_FILE_DAMAGED, MEGABYTES (16));
}

static void
deep_nesting (void)
{
  assert_small (make_xlsx (FALSE, "", "<row><c>", 1000000, ""), SOTAY_REGISTER_ERROR_FILE_DAMAGED, MEGABYTES (16));
  assert_small (make_ods ("", "<table:table xmlns:table=\"t\">", 300000, ""), SOTAY_REGISTER_ERROR_FILE_DAMAGED,
                MEGABYTES (16));
}

/* Noise, so that the ratio says nothing. */
static char *
make_noise (gsize length)
{
  char *noise = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    noise[i] = (char) g_test_rand_int_range ('a', 'z');
  noise[length] = '\0';
  return noise;
}

/* A text that goes on and on is cut while it streams by; a name or an attribute that does is refused. */
static void
long_strings (void)
{
  g_autofree char *noise = make_noise (1000000);
  g_autoptr (SotayTableFile) table = NULL;
  const char *cells[SOTAY_TABLE_MOST_CELLS + 1];
  GString *bytes = make_xlsx (FALSE, "<worksheet><row><c t=\"str\"><v>", noise, 120, "</v></c></row></worksheet>");
  long before = get_peak ();

  table = fixture_read (bytes);
  sotay_table_file_get_cells (table, 0, cells);
  g_assert_cmpuint (strlen (cells[0]), >, SOTAY_TABLE_LONGEST_TEXT);
  g_assert_cmpuint (strlen (cells[0]), <, 10000);
  g_assert_cmpint (get_peak () - before, <=, MEGABYTES (16));
  assert_small (make_xlsx (FALSE, "<worksheet><row r=\"", noise, 30, "\"/></worksheet>"),
                SOTAY_REGISTER_ERROR_FILE_DAMAGED, MEGABYTES (64));
  assert_small (make_xlsx (FALSE, "<worksheet><!--", noise, 30, "--></worksheet>"), SOTAY_REGISTER_ERROR_FILE_DAMAGED,
                MEGABYTES (64));
}

static void
assert_file_refused (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  long before = get_peak ();

  g_assert_null (sotay_table_file_read (file, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_TOO_LARGE);
  g_assert_cmpint (get_peak () - before, <=, MEGABYTES (4));
}

/* A file of 2 GB that takes no place on the disk. */
static void
sparse_file (void)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "danh-sach.csv", NULL);
  int fd = open (path, O_WRONLY | O_CREAT, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, (off_t) 2 << 30), ==, 0);
  close (fd);
  assert_file_refused (path);
}

/* A hundred bytes ask for a million rows of a thousand cells, in each of 200 sheets. */
static void
repeated_rows (void)
{
  assert_small (make_ods (FIXTURE_ODS_START,
                          "<table:table><table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell"
                          " table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell></table:table-row>"
                          "</table:table>",
                          200, FIXTURE_ODS_END),
                SOTAY_REGISTER_ERROR_FILE_TOO_LARGE, MEGABYTES (560));
  assert_small (make_ods (FIXTURE_ODS_START,
                          "<table:table><table:table-row table:number-rows-repeated=\"2147483647\"><table:table-cell>"
                          "<text:p>x</text:p></table:table-cell></table:table-row></table:table>",
                          1, FIXTURE_ODS_END),
                SOTAY_REGISTER_ERROR_FILE_TOO_LARGE, MEGABYTES (560));
}

/* One long shared text, pointed at from very many cells. */
static void
shared_text (void)
{
  const char *const *frame = fixture_xlsx_frame ();
  g_autofree char *text = g_strnfill (4000, 'x');
  g_autofree char *strings = g_strdup_printf ("<sst><si><t>%s</t></si></sst>", text);
  const char *parts[] = {
    frame[0], frame[1], frame[2], frame[3],
    "xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"x\" r:id=\"r1\"/></sheets></workbook>",
    "xl/styles.xml", "<s/>",
    "xl/sharedStrings.xml", strings,
    NULL,
  };

  assert_small (fixture_zip_repeated (parts, FALSE, "xl/worksheets/sheet1.xml", "<worksheet>",
                                      "<row><c t=\"s\"><v>0</v></c></row>", 200000, "</worksheet>"),
                SOTAY_REGISTER_ERROR_FILE_TOO_LARGE, MEGABYTES (560));
}

/* One row that names the same cell again and again. */
static void
same_cell (void)
{
  g_autofree char *word = g_strnfill (1000, 'x');
  g_autofree char *cell = g_strdup_printf ("<c r=\"A1\" t=\"str\"><v>%s</v></c>", word);
  g_autoptr (SotayTableFile) table = NULL;
  GString *bytes = make_xlsx (FALSE, "<worksheet><row>", cell, 50000, "</row></worksheet>");
  long before = get_peak ();

  table = fixture_read (bytes);
  g_assert_cmpuint (sotay_table_file_get_n_rows (table), ==, 1);
  g_assert_cmpint (get_peak () - before, <=, MEGABYTES (16));
}

static void
many_parts (void)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 5000; i++)
    {
      g_ptr_array_add (parts, g_strdup_printf ("xl/%u", i));
      g_ptr_array_add (parts, g_strdup (""));
    }
  g_ptr_array_add (parts, NULL);
  assert_small (fixture_zip_repeated ((const char *const *) parts->pdata, FALSE, NULL, NULL, NULL, 0, NULL),
                SOTAY_REGISTER_ERROR_FILE_TOO_LARGE, MEGABYTES (16));
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20000);
  g_cancellable_cancel (data);
  return NULL;
}

/* A long file is let go of as soon as the person wishes. */
static void
cancelling (void)
{
  GString *bytes = make_xlsx (FALSE, "<worksheet>", "<row><c><v>12345</v></c></row>", 1000000, "</worksheet>");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_null (sotay_table_file_read_bytes (bytes, "test", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static const struct
{
  const char *path;
  void (*func) (void);
} cases[] = {
  { "/table-hostile/zip-bomb", zip_bomb },
  { "/table-hostile/entity-bomb", entity_bomb },
  { "/table-hostile/deep-nesting", deep_nesting },
  { "/table-hostile/long-strings", long_strings },
  { "/table-hostile/sparse-file", sparse_file },
  { "/table-hostile/repeated-rows", repeated_rows },
  { "/table-hostile/shared-text", shared_text },
  { "/table-hostile/same-cell", same_cell },
  { "/table-hostile/many-parts", many_parts },
  { "/table-hostile/cancelling", cancelling },
};

/* In a process of its own: the highest memory of one case must not hide that of the next. */
static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  if (g_test_subprocess ())
    {
      cases[i].func ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
add_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, GUINT_TO_POINTER (i), test_case);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
