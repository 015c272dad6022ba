/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random bytes that nobody can guess, as those of g_random can be. One implementation for each system: random-linux.c
 * here. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_random_bytes:
 * @bytes: filled from the system's source of secrets
 *
 * Returns: whether the system gave them
 */
gboolean sotay_random_bytes (guint8 *bytes, gsize length);

G_END_DECLS
