/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "presentation/show.h"
#include "presentation/trainer-notes.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_NOTES_PANEL (sotay_notes_panel_get_type ())
/**
 * SotayNotesPanel:
 *
 * The trainer's notes for the utility that is shown, edited in place.
 */
G_DECLARE_FINAL_TYPE (SotayNotesPanel, sotay_notes_panel, SOTAY, NOTES_PANEL, AdwBin)

GtkWidget *sotay_notes_panel_new (SotayShow *show, SotayTrainerNotes *notes); /* (transfer floating) */

G_END_DECLS
