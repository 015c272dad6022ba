/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The entry that libFuzzer calls; must neither crash nor hang nor leak, whatever @data holds. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

G_END_DECLS
