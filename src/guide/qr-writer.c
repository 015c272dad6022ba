/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/qr-writer.h"

#include <png.h>

#define LEAST_PIXELS_PER_MODULE 3
#define LARGEST_PICTURE 16384
#define SVG_PIXELS_PER_MODULE 10

/* Counts from the quiet zone's corner; all of the quiet zone is light. */
static gboolean
is_dark (SotayQrSymbol *symbol, guint column, guint row)
{
  guint size = sotay_qr_symbol_get_size (symbol);

  if (column < SOTAY_QR_QUIET_ZONE || row < SOTAY_QR_QUIET_ZONE)
    return FALSE;
  column -= SOTAY_QR_QUIET_ZONE;
  row -= SOTAY_QR_QUIET_ZONE;
  return column < size && row < size && sotay_qr_symbol_is_dark (symbol, column, row);
}

static guint
full_size (SotayQrSymbol *symbol)
{
  return sotay_qr_symbol_get_size (symbol) + 2 * SOTAY_QR_QUIET_ZONE;
}

static void
append_svg_run_cb (guint column, guint row, guint length, gpointer data)
{
  g_string_append_printf (data, "M%u %uh%uv1h-%uz", column, row, length, length);
}

GBytes *
sotay_qr_write_svg (SotayQrSymbol *symbol)
{
  guint size = full_size (symbol);
  guint pixels = size * SVG_PIXELS_PER_MODULE;
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  g_string_append_printf (svg,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%u\" height=\"%u\" viewBox=\"0 0 %u %u\" "
                          "shape-rendering=\"crispEdges\">\n",
                          pixels, pixels, size, size);
  g_string_append_printf (svg, "<path fill=\"#fff\" d=\"M0 0h%uv%uh-%uz\"/>\n<path fill=\"#000\" d=\"", size, size,
                          size);
  sotay_qr_symbol_foreach_run (symbol, append_svg_run_cb, svg);
  g_string_append (svg, "\"/>\n</svg>\n");
  return g_string_free_to_bytes (svg);
}

static void
append_png_bytes_cb (png_structp png, png_bytep bytes, png_size_t length)
{
  g_byte_array_append (png_get_io_ptr (png), bytes, (guint) length);
}

static void
flush_png_cb (png_structp png)
{
}

/* One bit a pixel, 1 is light. */
static void
fill_png_row (guint8 *line, gsize line_bytes, SotayQrSymbol *symbol, guint row, guint scale)
{
  guint size = full_size (symbol);

  memset (line, 0xff, line_bytes);
  for (guint x = 0; x < size * scale; x++)
    if (is_dark (symbol, x / scale, row))
      line[x / 8] &= (guint8) ~(0x80 >> x % 8);
}

/* libpng jumps back out of this function on an error: everything it needs is made and freed by the caller. */
static gboolean
write_png_picture (png_structp png, png_infop info, SotayQrSymbol *symbol, guint scale, guint8 *line, gsize line_bytes)
{
  guint size = full_size (symbol);

  if (setjmp (png_jmpbuf (png)))
    return FALSE;
  png_set_IHDR (png, info, size * scale, size * scale, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info (png, info);
  for (guint row = 0; row < size; row++)
    {
      fill_png_row (line, line_bytes, symbol, row, scale);
      for (guint i = 0; i < scale; i++)
        png_write_row (png, line);
    }
  png_write_end (png, info);
  return TRUE;
}

GBytes *
sotay_qr_write_png (SotayQrSymbol *symbol, guint least_size, GError **error)
{
  guint size = full_size (symbol);
  guint scale = MAX (LEAST_PIXELS_PER_MODULE, least_size / size + (least_size % size != 0));
  gsize line_bytes = 0;
  png_structp png = NULL;
  png_infop info = NULL;
  g_autofree guint8 *line = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean written;

  if (least_size > LARGEST_PICTURE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "a picture of %u pixels is larger than %u",
                   least_size, LARGEST_PICTURE);
      return NULL;
    }
  line_bytes = ((gsize) size * scale + 7) / 8;
  line = g_malloc (line_bytes);
  png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  info = png != NULL ? png_create_info_struct (png) : NULL;
  if (info != NULL)
    png_set_write_fn (png, bytes, append_png_bytes_cb, flush_png_cb);
  written = info != NULL && write_png_picture (png, info, symbol, scale, line, line_bytes);
  png_destroy_write_struct (&png, &info);
  if (!written)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "libpng could not write the picture");
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

char *
sotay_qr_write_text (SotayQrSymbol *symbol)
{
  guint size = full_size (symbol);
  GString *text = g_string_new (NULL);

  /* The blocks are the light modules; below the last row of an odd number stands one more light row. */
  for (guint row = 0; row < size; row += 2)
    {
      for (guint column = 0; column < size; column++)
        {
          gboolean upper_dark = is_dark (symbol, column, row);
          gboolean lower_dark = is_dark (symbol, column, row + 1);

          if (upper_dark)
            g_string_append (text, lower_dark ? " " : "▄");
          else
            g_string_append (text, lower_dark ? "▀" : "█");
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
