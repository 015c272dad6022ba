/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the program is told from now on that its folders lie on a network share. */
void share_pretend (gboolean is_share);

G_END_DECLS
