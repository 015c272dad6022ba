/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/qr-writer.h"

#include "support/test-support.h"

#define ADDRESS "https://vneid.gov.vn/huongdan/HDSO_VNeID.pdf"

static GBytes *
save_and_read_back (const char *name, GBytes *bytes)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *png = g_build_filename (folder, "drawn.png", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  GBytes *text = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error));
  if (g_str_has_suffix (name, ".svg"))
    {
      process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "rsvg-convert", "-o", png, path, NULL);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_wait_check (process, NULL, &error));
      g_clear_object (&process);
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "zbarimg", "--quiet", "--raw", "-Sdisable",
                              "-Sqrcode.enable", g_str_has_suffix (name, ".svg") ? png : path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, NULL, NULL, &text, NULL, &error));
  g_assert_true (g_subprocess_get_successful (process));
  return text;
}

static void
assert_reads_back (const char *name, GBytes *bytes, const char *expected)
{
  g_autoptr (GBytes) text = save_and_read_back (name, bytes);
  g_autofree char *read = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));

  g_assert_cmpstr (g_strchomp (read), ==, expected);
}

static SotayQrSymbol *
make_symbol (const char *text)
{
  g_autoptr (GError) error = NULL;
  SotayQrSymbol *symbol = sotay_qr_symbol_new (text, &error);

  g_assert_no_error (error);
  return symbol;
}

/* Width of a PNG: bytes 16 to 19 (ISO/IEC 15948, 11.2.2). */
static guint
get_png_width (GBytes *png)
{
  const guint8 *bytes = g_bytes_get_data (png, NULL);

  g_assert_cmpuint (g_bytes_get_size (png), >, 24);
  return (guint) bytes[16] << 24 | (guint) bytes[17] << 16 | (guint) bytes[18] << 8 | bytes[19];
}

static void
test_symbol (void)
{
  g_autoptr (SotayQrSymbol) symbol = make_symbol (ADDRESS);

  g_assert_cmpstr (sotay_qr_symbol_get_text (symbol), ==, ADDRESS);
  g_assert_cmpuint (sotay_qr_symbol_get_size (symbol), ==, 33);
  /* The corner pattern: a dark frame, a light ring, a dark heart. */
  g_assert_true (sotay_qr_symbol_is_dark (symbol, 0, 0));
  g_assert_false (sotay_qr_symbol_is_dark (symbol, 1, 1));
  g_assert_true (sotay_qr_symbol_is_dark (symbol, 3, 3));
}

static void
count_run_cb (guint column, guint row, guint length, gpointer data)
{
  gboolean (*dark)[100] = data;

  for (guint i = 0; i < length; i++)
    {
      g_assert_false (dark[row - SOTAY_QR_QUIET_ZONE][column - SOTAY_QR_QUIET_ZONE + i]);
      dark[row - SOTAY_QR_QUIET_ZONE][column - SOTAY_QR_QUIET_ZONE + i] = TRUE;
    }
}

/* The runs are all dark modules, each once. */
static void
test_runs (void)
{
  g_autoptr (SotayQrSymbol) symbol = make_symbol (ADDRESS);
  guint size = sotay_qr_symbol_get_size (symbol);
  gboolean dark[100][100] = { { FALSE } };

  sotay_qr_symbol_foreach_run (symbol, count_run_cb, dark);
  for (guint row = 0; row < size; row++)
    for (guint column = 0; column < size; column++)
      g_assert_cmpint (dark[row][column], ==, sotay_qr_symbol_is_dark (symbol, column, row));
}

static void
test_bad_text (void)
{
  g_autofree char *long_text = g_strnfill (5000, 'x');
  const char *texts[] = { "", "\xff\xfe", long_text };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sotay_qr_symbol_new (texts[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static void
test_png (void)
{
  g_autofree char *long_text = g_strnfill (1500, 'x');
  const char *texts[] = { ADDRESS, "Công an phường Nguyễn Trãi", "0", long_text };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SotayQrSymbol) symbol = make_symbol (texts[i]);
      g_autoptr (GBytes) png = sotay_qr_write_png (symbol, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (get_png_width (png), ==, 3 * (sotay_qr_symbol_get_size (symbol) + 2 * SOTAY_QR_QUIET_ZONE));
      assert_reads_back ("code.png", png, texts[i]);
    }
}

static void
test_png_sizes (void)
{
  g_autoptr (SotayQrSymbol) symbol = make_symbol (ADDRESS);
  guint modules = sotay_qr_symbol_get_size (symbol) + 2 * SOTAY_QR_QUIET_ZONE;
  guint sizes[] = { 1, 123, 124, 500, 1000, 4096 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) png = sotay_qr_write_png (symbol, sizes[i], &error);
      guint width;

      g_assert_no_error (error);
      width = get_png_width (png);
      g_assert_cmpuint (width, >=, MAX (sizes[i], 3 * modules));
      g_assert_cmpuint (width, <, MAX (sizes[i], 3 * modules) + modules);
      g_assert_cmpuint (width % modules, ==, 0);
      assert_reads_back ("code.png", png, ADDRESS);
    }
  g_assert_null (sotay_qr_write_png (symbol, G_MAXUINT, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_svg (void)
{
  g_autoptr (SotayQrSymbol) symbol = make_symbol (ADDRESS);
  g_autoptr (GBytes) svg = sotay_qr_write_svg (symbol);

  assert_reads_back ("code.svg", svg, ADDRESS);
}

/* Draws the lines of half blocks as a camera would see them on a dark terminal, three pixels a module. */
static GBytes *
draw_text (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *picture = g_string_new (NULL);
  guint rows = 2 * (g_strv_length (lines) - 1);
  glong columns = g_utf8_strlen (lines[0], -1);

  g_string_append_printf (picture, "P1\n%ld %u\n", 3 * columns, 3 * rows);
  for (guint y = 0; y < 3 * rows; y++)
    for (glong x = 0; x < 3 * columns; x++)
      {
        gunichar block = g_utf8_get_char (g_utf8_offset_to_pointer (lines[y / 6], x / 3));
        gboolean upper = y / 3 % 2 == 0;

        g_string_append (picture, block == 0x2588 || block == (upper ? 0x2580 : 0x2584) ? "0 " : "1 ");
      }
  return g_string_free_to_bytes (picture);
}

static void
test_text (void)
{
  g_autoptr (SotayQrSymbol) symbol = make_symbol (ADDRESS);
  g_autofree char *text = sotay_qr_write_text (symbol);
  g_autoptr (GBytes) picture = draw_text (text);

  assert_reads_back ("code.pbm", picture, ADDRESS);
}

static void
add_tests (void)
{
  g_test_add_func ("/guide/qr/symbol", test_symbol);
  g_test_add_func ("/guide/qr/runs", test_runs);
  g_test_add_func ("/guide/qr/bad-text", test_bad_text);
  g_test_add_func ("/guide/qr/png", test_png);
  g_test_add_func ("/guide/qr/png-sizes", test_png_sizes);
  g_test_add_func ("/guide/qr/svg", test_svg);
  g_test_add_func ("/guide/qr/text", test_text);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
