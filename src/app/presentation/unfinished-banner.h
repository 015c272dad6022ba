/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_UNFINISHED_BANNER (sotay_unfinished_banner_get_type ())
/**
 * SotayUnfinishedBanner:
 *
 * Offers to go on with a show that was not ended.
 *
 * Signals "continue", "record", "dismiss": what the person wants.
 */
G_DECLARE_FINAL_TYPE (SotayUnfinishedBanner, sotay_unfinished_banner, SOTAY, UNFINISHED_BANNER, AdwBin)

GtkWidget *sotay_unfinished_banner_new (const char *words); /* (transfer floating): it says these */

G_END_DECLS
