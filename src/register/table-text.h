/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the readers of tables only: text with delimiters, in whatever encoding. */
#pragma once

#include "register/table-sheet.h"

G_BEGIN_DECLS

/**
 * sotay_table_text_read:
 * @bytes: (transfer full): the bytes of a file
 * @name: what errors call it
 * @encoding: (out): what it is written in
 * @error: a SOTAY_REGISTER_ERROR_FILE_… error
 *
 * Finds out the encoding and the delimiter; a first line "sep=;" tells the delimiter.
 *
 * Returns: (transfer full) (nullable): its rows
 */
SotayTableSheet *sotay_table_text_read (GString *bytes, const char *name, gsize *memory, SotayEncoding *encoding,
                                        GCancellable *cancellable, GError **error);

G_END_DECLS
