/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_REPORTS_VIEW (sotay_reports_view_get_type ())
/**
 * SotayReportsView:
 *
 * The view "Reports": the figures of a month, how they came about, and unit by unit.
 */
G_DECLARE_FINAL_TYPE (SotayReportsView, sotay_reports_view, SOTAY, REPORTS_VIEW, AdwBin)

/**
 * sotay_reports_view_new:
 *
 * Returns: the view, at the current month
 */
GtkWidget *sotay_reports_view_new (SotayServices *services);

G_END_DECLS
