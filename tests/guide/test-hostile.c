/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs made to do harm, and readers that are killed: the program stays, and so do the other pages and documents. */
#include "guide/document-fixture.h"
#include "guide/guide-error.h"
#include "guide/pdf-fixture.h"
#include "support/test-support.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define READER "(program) " /* what it is called inside the sandbox */
#define CATALOGUE "<< /Type /Catalog /Pages 2 0 R >>"
#define ONE_PAGE "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
#define BOMB_BYTES (G_GINT64_CONSTANT (2000) * 1000 * 1000)

static const SotayPageArea corner = { .scale = 1, .width = 100, .height = 100 };

static void
assert_ours (GError *error)
{
  if (error != NULL && error->domain != SOTAY_GUIDE_ERROR)
    g_assert_no_error (error);
  g_clear_error (&error);
}

static void
read_all (SotayDocument *document)
{
  GError *errors[4] = { NULL };
  g_autoptr (GBytes) pixels = document_fixture_render (document, &corner, &errors[0]);
  g_autoptr (SotayPageContent) page = document_fixture_load_page (document, 0, &errors[1]);
  g_autoptr (GListModel) outline = document_fixture_load_outline (document, &errors[2]);
  g_autoptr (SotayDocumentText) text = document_fixture_load_text (document, &errors[3]);

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    assert_ours (errors[i]);
}

/* Whether it could be opened; all that can be asked is asked then. */
static gboolean
survive (const char *path)
{
  g_autoptr (SotayDocument) document = g_object_new (SOTAY_TYPE_DOCUMENT, "path", path, "patience", 5, NULL);
  GError *error = NULL;
  gboolean opened = document_fixture_try_open (document, &error);

  assert_ours (error);
  if (opened)
    read_all (document);
  return opened;
}

static gboolean
survive_objects (const char *const *objects)
{
  g_autofree char *path = pdf_fixture_write (objects);

  return survive (path);
}

static void
assert_healthy (void)
{
  g_autofree char *path = pdf_fixture_make_book ();
  g_autoptr (SotayDocument) document = document_fixture_open (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = document_fixture_render (document, &corner, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pixels);
}

/* The control: written like those that follow, without the harm. */
static void
test_harmless (void)
{
  static const char *const objects[] = { CATALOGUE, ONE_PAGE, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
                                         NULL };

  g_assert_true (survive_objects (objects));
}

static void
test_counts (void)
{
  static const char *const million[] = { CATALOGUE, "<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>",
                                         "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>", NULL };
  static const char *const thousand[] = { CATALOGUE, "<< /Type /Pages /Kids [3 0 R] /Count 1000 >>",
                                          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>", NULL };
  static const char *const negative[] = { CATALOGUE, "<< /Type /Pages /Kids [3 0 R] /Count -5 >>",
                                          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>", NULL };

  g_assert_false (survive_objects (million));
  survive_objects (thousand);
  survive_objects (negative);
}

static void
test_loops (void)
{
  static const char *const tree[] = { CATALOGUE, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>", NULL };
  static const char *const outline[] = {
    "<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>",
    ONE_PAGE,
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    "<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count 1 >>",
    "<< /Title (a) /Parent 4 0 R /First 6 0 R /Last 6 0 R /Next 5 0 R /Dest [3 0 R /XYZ 0 1e300 0] >>",
    "<< /Title (b) /Parent 5 0 R /First 5 0 R /Last 5 0 R /Next 6 0 R /A << /S /GoTo /D (x) >> >>",
    NULL,
  };
  static const char *const form[] = {
    CATALOGUE,
    ONE_PAGE,
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
    "<< /Length 5 >>\nstream\n/X Do\nendstream",
    "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 11 /Resources << /XObject << /X 5 0 R >> >> >>\nstream\n"
    "/X Do /X Do\nendstream",
    NULL,
  };

  survive_objects (tree);
  g_assert_true (survive_objects (outline));
  g_assert_true (survive_objects (form));
}

static void
test_sizes (void)
{
  static const char *const boxes[] = { "0 0 1e12 1e12", "0 0 0 0", "0 0 -5 -5", "1e300 0 -1e300 9", "0 0 9999999 1",
                                       "x y z" };

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autofree char *page = g_strdup_printf ("<< /Type /Page /Parent 2 0 R /UserUnit 1e9 /MediaBox [%s] >>", boxes[i]);
      const char *const objects[] = { CATALOGUE, ONE_PAGE, page, NULL };
      g_autofree char *path = pdf_fixture_write (objects);
      g_autoptr (SotayDocument) document = document_fixture_open (path);
      double width, height;

      sotay_document_get_page_size (document, 0, &width, &height);
      g_assert_true (width >= 1 && width <= 14400 && height >= 1 && height <= 14400);
      read_all (document);
    }
}

static void
test_nesting (void)
{
  g_autofree char *open = g_strnfill (1000000, '[');
  g_autofree char *page
      = g_strdup_printf ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents %s >>", open);
  const char *const objects[] = { CATALOGUE, ONE_PAGE, page, NULL };

  survive_objects (objects);
}

/* @n_bytes of "q\n", which the reader has to remember, as a stream compressed twice. */
static GBytes *
make_bomb (gint64 n_bytes)
{
  g_autoptr (GZlibCompressor) inner = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1);
  g_autoptr (GZlibCompressor) outer = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) once = g_converter_output_stream_new (memory, G_CONVERTER (outer));
  g_autoptr (GOutputStream) twice = g_converter_output_stream_new (once, G_CONVERTER (inner));
  g_autofree char *block = g_malloc (1 << 20);

  for (gsize i = 0; i < 1 << 20; i += 2)
    memcpy (block + i, "q\n", 2);
  for (gint64 done = 0; done < n_bytes; done += 1 << 20)
    g_assert_true (g_output_stream_write_all (twice, block, 1 << 20, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (twice, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
test_bomb (void)
{
  g_autoptr (GBytes) bomb = make_bomb (BOMB_BYTES);
  g_autoptr (GString) stream = g_string_new (NULL);
  g_autofree char *hexadecimal = NULL;
  gsize length;
  const guint8 *bytes = g_bytes_get_data (bomb, &length);
  const char *objects[] = {
    CATALOGUE,
    "<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>",
    NULL,
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    NULL,
  };
  g_autofree char *path = NULL;
  g_autoptr (SotayDocument) document = NULL;
  SotayPageArea harmless = corner;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = NULL;

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (stream, "%02x", bytes[i]);
  hexadecimal = g_strdup_printf ("<< /Length %u /Filter [/ASCIIHexDecode /FlateDecode /FlateDecode] >>\nstream\n%s\n"
                                 "endstream", (guint) stream->len, stream->str);
  objects[3] = hexadecimal;
  path = pdf_fixture_write (objects);
  document = g_object_new (SOTAY_TYPE_DOCUMENT, "path", path, "patience", 5, NULL);
  g_assert_true (document_fixture_try_open (document, NULL));
  g_assert_null (document_fixture_render (document, &corner, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_PAGE);
  g_clear_error (&error);
  harmless.index = 1;
  pixels = document_fixture_render (document, &harmless, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pixels);
}

/* Memory is limited: an image that claims billions of points. */
static void
test_image (void)
{
  static const char *const objects[] = {
    CATALOGUE,
    ONE_PAGE,
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
    "<< /Length 27 >>\nstream\nq 200 0 0 200 0 0 cm /X Do Q\nendstream",
    "<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB "
    "/Length 2 /Filter /RunLengthDecode >>\nstream\n\x81x\nendstream",
    NULL,
  };

  g_assert_true (survive_objects (objects));
}

/* Cut off, and with bytes changed. */
static void
test_damage (void)
{
  g_autofree char *source = pdf_fixture_make_book ();
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "damaged.pdf", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (source, &contents, &length, NULL));
  for (guint i = 1; i < 8; i++)
    {
      g_assert_true (g_file_set_contents (path, contents, (gssize) (length * i / 8), NULL));
      survive (path);
    }
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *changed = g_memdup2 (contents, length);

      for (guint j = 0; j < 40; j++)
        changed[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents (path, changed, (gssize) length, NULL));
      survive (path);
    }
  assert_healthy ();
}

/* Processes that this one started, and those that they started. */
static GArray *
find_readers (void)
{
  GArray *family = g_array_new (FALSE, FALSE, sizeof (int));
  GArray *readers = g_array_new (FALSE, FALSE, sizeof (int));
  int self = (int) getpid ();

  g_array_append_val (family, self);
  /* A child has a greater number than its parent, until numbers begin again: then the reader is just not found. */
  for (guint i = 0; i < family->len; i++)
    {
      g_autoptr (GDir) folder = g_dir_open ("/proc", 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *path = g_build_filename ("/proc", name, "stat", NULL);
          g_autofree char *line = NULL;
          const char *end;
          int pid = atoi (name), parent;

          if (pid <= 0 || !g_file_get_contents (path, &line, NULL, NULL) || (end = strrchr (line, ')')) == NULL)
            continue;
          parent = atoi (end + 4);
          if (parent != g_array_index (family, int, i))
            continue;
          g_array_append_val (family, pid);
          if (strstr (line, READER) != NULL)
            g_array_append_val (readers, pid);
        }
    }
  g_array_unref (family);
  return readers;
}

static guint
signal_readers (int number)
{
  g_autoptr (GArray) readers = find_readers ();

  for (guint i = 0; i < readers->len; i++)
    kill (g_array_index (readers, int, i), number);
  return readers->len;
}

/* Asks while all readers stand still, kills them, and waits for the answer that another one gives. */
static GAsyncResult *
kill_during (SotayDocument *document, void (*ask) (SotayDocument *document, GAsyncResult **slot))
{
  GAsyncResult *result = NULL;

  g_assert_cmpuint (signal_readers (SIGSTOP), >, 0);
  ask (document, &result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (result);
  g_assert_cmpuint (signal_readers (SIGKILL), >, 0);
  sotay_test_wait (&result);
  return result;
}

static void
ask_picture (SotayDocument *document, GAsyncResult **slot)
{
  sotay_document_render_async (document, &corner, 0, NULL, sotay_test_store_result, slot);
}

static void
ask_page (SotayDocument *document, GAsyncResult **slot)
{
  sotay_document_load_page_async (document, 0, 0, NULL, sotay_test_store_result, slot);
}

static void
ask_outline (SotayDocument *document, GAsyncResult **slot)
{
  sotay_document_load_outline_async (document, NULL, sotay_test_store_result, slot);
}

static void
ask_text (SotayDocument *document, GAsyncResult **slot)
{
  sotay_document_load_text_async (document, NULL, sotay_test_store_result, slot);
}

static void
ask_open (SotayDocument *document, GAsyncResult **slot)
{
  sotay_document_open_async (document, NULL, sotay_test_store_result, slot);
}

static void
test_killed (void)
{
  static void (*const questions[]) (SotayDocument *, GAsyncResult **)
      = { ask_picture, ask_page, ask_outline, ask_text, ask_open };
  g_autofree char *path = pdf_fixture_make_book ();
  g_autoptr (SotayDocument) document = document_fixture_open (path);

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GAsyncResult) result = kill_during (document, questions[i]);

      g_assert_false (g_task_had_error (G_TASK (result)));
    }
}

/* Killed again and again while many pages are asked for: each is answered, one way or the other. */
static void
test_massacre (void)
{
  g_autofree char *path = pdf_fixture_make_long (60);
  g_autoptr (SotayDocument) document = document_fixture_open (path);
  GAsyncResult *results[60] = { NULL };
  guint n_killed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      SotayPageArea area = { .index = i, .scale = 4, .width = 800, .height = 1200 };

      sotay_document_render_async (document, &area, 0, NULL, sotay_test_store_result, &results[i]);
      if (i % 10 == 0)
        n_killed += signal_readers (SIGKILL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GBytes) pixels = NULL;
      GError *error = NULL;

      sotay_test_wait (&results[i]);
      pixels = sotay_document_render_finish (document, results[i], &error);
      g_assert_true ((pixels == NULL) == (error != NULL));
      assert_ours (error);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (n_killed, >, 0);
  assert_healthy ();
}

/* Readers end with the document that they were for, even in the middle of something. */
static void
test_end (void)
{
  g_autofree char *path = pdf_fixture_make_long (2000);
  SotayDocument *document = document_fixture_open (path);
  gint64 patience = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  g_assert_cmpuint (signal_readers (0), >, 0);
  /* It is still asking for sizes; that does not keep it. */
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_unref (document);
  while ((document != NULL || signal_readers (0) > 0) && g_get_monotonic_time () < patience)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (document);
  g_assert_cmpuint (signal_readers (0), ==, 0);
}

static void
add_tests (void)
{
  g_test_add_func ("/hostile/harmless", test_harmless);
  g_test_add_func ("/hostile/counts", test_counts);
  g_test_add_func ("/hostile/loops", test_loops);
  g_test_add_func ("/hostile/sizes", test_sizes);
  g_test_add_func ("/hostile/nesting", test_nesting);
  g_test_add_func ("/hostile/bomb", test_bomb);
  g_test_add_func ("/hostile/image", test_image);
  g_test_add_func ("/hostile/damage", test_damage);
  g_test_add_func ("/hostile/killed", test_killed);
  g_test_add_func ("/hostile/massacre", test_massacre);
  g_test_add_func ("/hostile/end", test_end);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
