/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_WRAP (sotay_wrap_get_type ())
/**
 * SotayWrap:
 *
 * Its children stand in lines like words of a text, each at its natural width; what does not fit goes to the next line.
 *
 * Property "spacing": pixels between children and between lines, construct-only.
 */
G_DECLARE_FINAL_TYPE (SotayWrap, sotay_wrap, SOTAY, WRAP, GtkWidget)

G_END_DECLS
