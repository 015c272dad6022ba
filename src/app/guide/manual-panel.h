/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_MANUAL_PANEL (sotay_manual_panel_get_type ())
/**
 * SotayManualPanel:
 *
 * The copy of the manual on this PC: its state, downloading, importing, exporting, opening, and its address.
 */
G_DECLARE_FINAL_TYPE (SotayManualPanel, sotay_manual_panel, SOTAY, MANUAL_PANEL, AdwBin)

/**
 * sotay_manual_panel_set_services:
 * @services: the library of copies and the settings
 */
void sotay_manual_panel_set_services (SotayManualPanel *panel, SotayServices *services);

/**
 * sotay_manual_panel_import:
 * @file: a PDF, for example dropped on the window; left alone while other work is under way
 */
void sotay_manual_panel_import (SotayManualPanel *panel, GFile *file);

/**
 * sotay_manual_panel_cancel:
 *
 * Ends the work under way, which holds the panel: without this it would go on after the window is closed.
 */
void sotay_manual_panel_cancel (SotayManualPanel *panel);

G_END_DECLS
