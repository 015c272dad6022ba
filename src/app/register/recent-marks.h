/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marks that were given last, beside the field where the eyes are: a button for each, which takes it back. */
#pragma once

#include <adwaita.h>

#include "app/register/roll.h"

G_BEGIN_DECLS

/**
 * sotay_recent_marks_add:
 * @box: holds the buttons, the newest first
 * @most: so many stay
 * @roll: where the mark was given
 * @step: the mark
 * @name: whose it is, as the person is called here
 * @entry: has the keyboard after the mark was taken back
 *
 * Returns: (transfer none): the button
 */
GtkWidget *sotay_recent_marks_add (GtkBox *box, guint most, SotayRoll *roll, SotayStep *step, const char *name,
                                   GtkWidget *entry);

void sotay_recent_marks_clear (GtkBox *box); /* marks of another session */

G_END_DECLS
