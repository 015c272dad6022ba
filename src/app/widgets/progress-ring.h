/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_PROGRESS_RING (sotay_progress_ring_get_type ())
/**
 * SotayProgressRing:
 *
 * How many of those due are trained, as a ring with the percentage in its middle; a thinner ring inside it says how
 * many passed. What the ring shows is said in words to assistive technology too.
 */
G_DECLARE_FINAL_TYPE (SotayProgressRing, sotay_progress_ring, SOTAY, PROGRESS_RING, GtkWidget)

/**
 * sotay_progress_ring_set_figures:
 * @due: who had to be trained
 * @trained: of these, trained
 * @passed: of these, passed
 */
void sotay_progress_ring_set_figures (SotayProgressRing *ring, guint due, guint trained, guint passed);

G_END_DECLS
