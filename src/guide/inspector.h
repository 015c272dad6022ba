/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the helper program whether a PDF can be read: a hostile one can take down the helper, not this program. */
#pragma once

#include <gio/gio.h>

#include "core/sandbox.h"

G_BEGIN_DECLS

/**
 * sotay_inspector_run:
 * @program: the helper program
 * @path: a file
 * @pages: (out): its pages, at least 1
 * @error: %SOTAY_GUIDE_ERROR_DAMAGED (also when the helper dies of it or needs more than a minute),
 *   %SOTAY_GUIDE_ERROR_ENCRYPTED, %SOTAY_GUIDE_ERROR_NO_PAGES, %SOTAY_GUIDE_ERROR_FILE, %SOTAY_GUIDE_ERROR_HELPER or
 *   %G_IO_ERROR_CANCELLED
 *
 * Blocks.
 *
 * Returns: whether all pages can be read
 */
gboolean sotay_inspector_run (const char *program, const char *path, guint *pages, GCancellable *cancellable,
                              GError **error);

/**
 * sotay_inspector_probe:
 * @program: the helper program
 * @level: (out): how far this system lets it be shut off
 * @error: %SOTAY_GUIDE_ERROR_HELPER
 *
 * Starts the helper program, and ends it. Blocks.
 *
 * Returns: whether it starts
 */
gboolean sotay_inspector_probe (const char *program, SotaySandboxLevel *level, GError **error);

G_END_DECLS
