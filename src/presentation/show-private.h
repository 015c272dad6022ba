/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests, whose time must not be the wall clock's. */
#pragma once

#include "presentation/show.h"

G_BEGIN_DECLS

typedef gint64 (*SotayShowClock) (gpointer data); /* microseconds since any moment; never goes backwards */

void sotay_show_set_clock (SotayShow *show, SotayShowClock clock, gpointer data); /* before the show begins */

G_END_DECLS
