/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of pages: one font map for each layout, so that nothing is shared between threads. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * SotayPageFont:
 * @size: in points
 */
typedef struct
{
  double size;
  gboolean bold;
  gboolean italic;
} SotayPageFont;

typedef struct _SotayPagePen SotayPagePen;

/**
 * sotay_page_pen_new:
 *
 * Times New Roman, or its metric twin; no hinting, so that a page is laid out alike on screen, on paper and in a file.
 *
 * Returns: (transfer full): a pen
 */
SotayPagePen *sotay_page_pen_new (void);
void sotay_page_pen_free (SotayPagePen *pen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayPagePen, sotay_page_pen_free)

/**
 * sotay_page_pen_get_context:
 *
 * Returns: (transfer none): what layouts are made with
 */
PangoContext *sotay_page_pen_get_context (SotayPagePen *pen);

/**
 * sotay_page_pen_make_layout:
 * @width: where lines are broken, in points; below 0: nowhere
 *
 * Returns: (transfer full): a layout of one paragraph without text; words that are too long are broken, without hyphens
 */
PangoLayout *sotay_page_pen_make_layout (SotayPagePen *pen, SotayPageFont font, double width);

/**
 * sotay_page_pen_set_text:
 * @layout: a layout of sotay_page_pen_make_layout()
 *
 * Gives it its text, however long: pango shapes all that follows anew for each line, so long texts are cut into runs,
 * which nobody sees.
 */
void sotay_page_pen_set_text (PangoLayout *layout, const char *text);

/**
 * sotay_page_pen_get_pitch, …_get_ascent:
 *
 * Returns: the height of a line, and how far its baseline is below its top
 */
double sotay_page_pen_get_pitch (SotayPagePen *pen, double size);
double sotay_page_pen_get_ascent (SotayPagePen *pen, double size);

/**
 * sotay_page_pen_bound:
 * @length: of @text, in bytes; -1: all
 *
 * What a text takes at most in one line, without laying it out: letters are measured once.
 *
 * Returns: the width; infinity when only a layout can tell
 */
double sotay_page_pen_bound (SotayPagePen *pen, SotayPageFont font, const char *text, gssize length);

G_END_DECLS
