/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trainer's notes as a text file. */
#pragma once

#include <gtk/gtk.h>

#include "presentation/trainer-notes.h"

G_BEGIN_DECLS

/**
 * sotay_notes_export:
 * @widget: in whose window it is asked for
 * @told: (scope async): called with @widget and what became of it; not when the person thinks better of it
 *
 * Asks for a file and writes all notes into it.
 */
void sotay_notes_export (GtkWidget *widget, SotayTrainerNotes *notes,
                         void (*told) (GtkWidget *widget, const char *words));

G_END_DECLS
