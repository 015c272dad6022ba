/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program that reads what a stranger made gives up itself. Linked into such programs only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_sandbox_lock:
 * @memory_bytes: the most memory that this process may use from now on
 * @document: the path of the file that it is to read
 * @error: G_FILE_ERROR: the system does not permit it; then the document must not be looked at
 *
 * Call when all is set up, before @document is opened. From then on this process and its threads cannot open a file
 * for writing, reach the network, start a program or a process or a thread, look into another process or signal one,
 * or run code that is made at run time. Where the system can (Landlock), it reads fonts, libraries and @document only.
 * It ends with the
 * thread that started it. There is no way back.
 *
 * Returns: whether it is locked
 */
gboolean sotay_sandbox_lock (gint64 memory_bytes, const char *document, GError **error);

G_END_DECLS
