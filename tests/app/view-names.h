/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever can have the keyboard must say what it is. */
#pragma once

#include "view-support.h"

G_BEGIN_DECLS

/* Fails when something below @widget that is seen and can have the keyboard has no name; returns how many there are. */
guint view_assert_named (GtkWidget *widget);

/* Goes round the window with Tab, until the keyboard is where it began; returns over how many widgets, all named. */
guint view_tab_round (ViewFixture *fixture);

G_END_DECLS
