/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that an import left out, as a file. */
#pragma once

#include <gtk/gtk.h>

#include "app/widgets/notice.h"
#include "register/roster.h"

G_BEGIN_DECLS

/**
 * sotay_import_save_rest:
 * @notice: where an error is shown
 *
 * Lets the person choose a file for the rows that were left out, and writes them there with the reasons.
 */
void sotay_import_save_rest (GtkWindow *window, SotayRoster *roster, SotayNotice *notice);

G_END_DECLS
