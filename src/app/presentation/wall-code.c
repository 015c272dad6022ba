/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/wall-code.h"

#include "app/guide/qr-paintable.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In the corner: the side of the code, as a part of the shorter side of the wall, and the margin around it. */
#define CORNER_SIDE 0.24
#define CORNER_MARGIN 0.02
/* What is read by every phone on every screen, in pixels. */
#define LEAST_MODULE 3
/* The full code leaves this part of the height for what is said below it. */
#define CAPTION 0.16
/* A wider wall has its strip at the side, a narrower one below. */
#define WIDE 1.2

SotayQrSymbol *
sotay_wall_code_new (SotayDeck *deck)
{
  for (guint i = sotay_deck_get_n_slides (deck); i > 0; i--)
    {
      const SotaySlideParts *parts = sotay_slide_get_parts (sotay_deck_get_slide (deck, i - 1));

      if (parts->kind == SOTAY_SLIDE_QR && parts->code != NULL)
        return sotay_qr_symbol_new (parts->code, NULL);
    }
  return NULL;
}

static int
count_modules (SotayQrSymbol *symbol)
{
  return (int) sotay_qr_symbol_get_size (symbol) + 2 * SOTAY_QR_QUIET_ZONE;
}

static int
get_margin (double shorter)
{
  return (int) (shorter * CORNER_MARGIN);
}

void
sotay_wall_code_set_strip (SotayWall *wall, SotayQrSymbol *symbol)
{
  int shorter = MIN (wall->width, wall->height), module, strip;

  wall->strip_width = wall->strip_height = 0;
  if (symbol == NULL)
    return;
  module = MAX ((int) (shorter * CORNER_SIDE) / count_modules (symbol), LEAST_MODULE);
  strip = module * count_modules (symbol) + 2 * get_margin (shorter);
  if (wall->width >= wall->height * WIDE)
    wall->strip_width = strip;
  else
    wall->strip_height = strip;
  wall->width -= wall->strip_width;
  wall->height -= wall->strip_height;
}

void
sotay_wall_code_get_place (SotayQrSymbol *symbol, const SotayWall *wall, SotayCodeMode mode, double *x, double *y,
                           double *module)
{
  int width = wall->width + wall->strip_width, height = wall->height + wall->strip_height;
  int margin = get_margin (MIN (width, height)), modules = count_modules (symbol);

  if (mode == SOTAY_CODE_FULL)
    {
      int room = (int) (height * (1 - CAPTION));

      *module = MAX (MIN (width, room) / modules, 1);
      *x = floor ((width - *module * modules) / 2);
      *y = floor ((room - *module * modules) / 2);
      return;
    }
  *module = MAX ((MAX (wall->strip_width, wall->strip_height) - 2 * margin) / modules, 1);
  *x = width - margin - *module * modules;
  *y = height - margin - *module * modules;
}

void
sotay_wall_code_draw (SotayQrSymbol *symbol, const SotayWall *wall, SotayCodeMode mode, cairo_t *cr)
{
  double x, y, module;

  if (mode == SOTAY_CODE_FULL)
    {
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
    }
  sotay_wall_code_get_place (symbol, wall, mode, &x, &y, &module);
  cairo_translate (cr, x, y);
  sotay_qr_paintable_draw (cr, symbol, module * count_modules (symbol));
}

/* "6,2" or "8": as Vietnamese offices print numbers, whatever the locale. */
static char *
format_metres (int tenths)
{
  if (tenths % 10 == 0)
    return g_strdup_printf ("%d", tenths / 10);
  return g_strdup_printf ("%d,%d", tenths / 10, tenths % 10);
}

char *
sotay_wall_code_describe (const SotayRoom *room, const SotayWall *wall, double module, gboolean full)
{
  double side = sotay_room_get_module (room, wall->width + wall->strip_width, module);
  double reach = sotay_room_get_reach (side);
  g_autofree char *near = format_metres ((int) floor (reach * 10)); /* so that what is said holds */
  g_autofree char *far = format_metres ((int) lround (room->distance * 10));

  if (reach >= room->distance)
    return g_strdup_printf (_("Can be read from %s m: from the last row at %s m, too"), near, far);
  if (full)
    return g_strdup_printf (_("Can be read from %s m; last row at %s m: come nearer"), near, far);
  return g_strdup_printf (_("Can be read from %s m; last row at %s m: enlarge it with Q or come nearer"), near, far);
}
