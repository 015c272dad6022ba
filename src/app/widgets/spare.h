/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_SPARE (sotay_spare_get_type ())
/**
 * SotaySpare:
 *
 * Asks for no width of its own and shows its child at its end where the space that is left over is enough for it.
 *
 * Property "child": the child. Property "most-width": the child becomes no wider, in pixels.
 */
G_DECLARE_FINAL_TYPE (SotaySpare, sotay_spare, SOTAY, SPARE, GtkWidget)

G_END_DECLS
