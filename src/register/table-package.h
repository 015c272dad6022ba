/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the readers of tables only: the zip file that a workbook is. Parts stream by; none is ever held whole. */
#pragma once

#include <gio/gio.h>

#include "register/table-xml.h"

G_BEGIN_DECLS

#define SOTAY_TABLE_MOST_UNPACKED G_GUINT64_CONSTANT (2000000000) /* bytes of all parts together */
#define SOTAY_TABLE_MOST_RATIO 250 /* of unpacked to packed, in files that unpack to much */

typedef struct _SotayTablePackage SotayTablePackage;

/**
 * sotay_table_package_new:
 * @bytes: a zip file; must stay
 * @error: %SOTAY_REGISTER_ERROR_FILE_DAMAGED
 *
 * Returns: (transfer full) (nullable): its parts
 */
SotayTablePackage *sotay_table_package_new (const GString *bytes, GCancellable *cancellable, GError **error);

void sotay_table_package_free (SotayTablePackage *package);

/**
 * sotay_table_package_has:
 *
 * Returns: whether there is a part of that name, in whatever case
 */
gboolean sotay_table_package_has (const SotayTablePackage *package, const char *name);

/**
 * sotay_table_package_parse:
 * @name: a part
 * @error: a SOTAY_REGISTER_ERROR_FILE_… error, or cancelled
 *
 * Reads a part as XML. One that is not there is an error.
 *
 * Returns: whether it was read to its end
 */
gboolean sotay_table_package_parse (SotayTablePackage *package, const char *name, const SotayTableXmlFuncs *funcs,
                                    gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayTablePackage, sotay_table_package_free)

G_END_DECLS
