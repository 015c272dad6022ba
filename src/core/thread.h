/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much a thread wants. One implementation for each system: thread-linux.c here. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_thread_give_way:
 *
 * The calling thread lets others go first, above all the one that draws the window. There is no way back.
 */
void sotay_thread_give_way (void);

G_END_DECLS
