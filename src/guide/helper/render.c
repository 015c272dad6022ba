/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/helper/reader.h"

/* What white becomes at night: not quite black, as in the dark colours of the window. */
#define NIGHT_GROUND 0x1e

/* Turns light into dark and keeps hues: each channel moves by as much as the lightness must. */
static guint32
darken (guint32 pixel)
{
  int red = (pixel >> 16) & 0xff, green = (pixel >> 8) & 0xff, blue = pixel & 0xff;
  int shift = 255 - MAX (MAX (red, green), blue) - MIN (MIN (red, green), blue);
  guint32 result = 0xff;

  result = result << 8 | (guint32) (NIGHT_GROUND + (red + shift) * (255 - NIGHT_GROUND) / 255);
  result = result << 8 | (guint32) (NIGHT_GROUND + (green + shift) * (255 - NIGHT_GROUND) / 255);
  return result << 8 | (guint32) (NIGHT_GROUND + (blue + shift) * (255 - NIGHT_GROUND) / 255);
}

/* The byte that cairo does not use becomes the alpha of an opaque pixel. Pages are mostly of a few colours in long
 * runs. */
static void
finish_pixels (guint32 *pixels, gsize count, gboolean night)
{
  guint32 last = 0xffffffff, dark = darken (last);

  if (!night)
    {
      for (gsize i = 0; i < count; i++)
        pixels[i] |= 0xff000000;
      return;
    }
  for (gsize i = 0; i < count; i++)
    {
      guint32 pixel = pixels[i] | 0xff000000;

      if (pixel != last)
        {
          last = pixel;
          dark = darken (pixel);
        }
      pixels[i] = dark;
    }
}

static gboolean
draw (PopplerPage *page, const SotayPageArea *area, guint32 *pixels)
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data ((guchar *) pixels, CAIRO_FORMAT_RGB24, area->width,
                                                                  area->height, area->width * 4);
  cairo_t *cr = cairo_create (surface);
  gboolean drawn;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -area->x, -area->y);
  cairo_scale (cr, area->scale, area->scale);
  poppler_page_render (page, cr);
  drawn = cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return drawn;
}

void
reader_render (Reader *reader, const SotayPageArea *area)
{
  PopplerPage *page = reader_get_page (reader, area->index);
  gsize count = (gsize) area->width * (gsize) area->height;
  g_autofree guint32 *pixels = page != NULL ? g_try_new (guint32, count) : NULL;

  if (pixels != NULL && draw (page, area, pixels))
    {
      finish_pixels (pixels, count, area->night);
      reader_answer (reader_begin (), pixels, count * sizeof *pixels);
    }
  else
    reader_refuse ("page");
  g_clear_object (&page);
}
