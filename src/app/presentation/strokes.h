/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the trainer draws over the slides. A stroke belongs to the sheet it was drawn on: a part of a slide. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _SotayStrokes SotayStrokes;

SotayStrokes *sotay_strokes_new (void); /* (transfer full): nothing was drawn */
void sotay_strokes_free (SotayStrokes *strokes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayStrokes, sotay_strokes_free)

/**
 * sotay_strokes_begin:
 * @sheet: what is drawn on
 * @x: 0 … 1 from the left to the right edge of the sheet, whatever its size
 * @y: 0 … 1 from the upper to the lower edge
 */
void sotay_strokes_begin (SotayStrokes *strokes, const char *sheet, double x, double y);
void sotay_strokes_extend (SotayStrokes *strokes, const char *sheet, double x, double y); /* the newest stroke */

/**
 * sotay_strokes_undo:
 *
 * Takes the newest stroke away, or brings those back that sotay_strokes_clear() took.
 *
 * Returns: whether there was anything to undo
 */
gboolean sotay_strokes_undo (SotayStrokes *strokes, const char *sheet);
gboolean sotay_strokes_clear (SotayStrokes *strokes, const char *sheet); /* whether there was a stroke */
guint sotay_strokes_count (SotayStrokes *strokes, const char *sheet);

/**
 * sotay_strokes_draw:
 * @width: of the sheet, in units of @cr
 * @height: likewise
 */
void sotay_strokes_draw (SotayStrokes *strokes, const char *sheet, cairo_t *cr, double width, double height);

G_END_DECLS
