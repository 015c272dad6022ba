/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the writer of .docx only: the zip file that a document is. Its parts go to the disk as they come. */
#pragma once

#include "reports/output-file.h"

#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

typedef struct _SotayDocxPackage SotayDocxPackage;

/**
 * sotay_docx_package_new:
 * @file: where it is written to; must stay
 *
 * Returns: (transfer full) (nullable): a document without parts
 */
SotayDocxPackage *sotay_docx_package_new (SotayOutputFile *file, GError **error);

/**
 * sotay_docx_package_begin:
 * @name: of a part of XML
 *
 * Returns: (transfer none): what writes it, until sotay_docx_package_end(); what goes wrong is told there
 */
xmlTextWriter *sotay_docx_package_begin (SotayDocxPackage *package, const char *name);

/**
 * sotay_docx_package_check:
 *
 * Returns: whether all bytes so far were taken, for those who would go on for long
 */
gboolean sotay_docx_package_check (SotayDocxPackage *package, GError **error);
gboolean sotay_docx_package_end (SotayDocxPackage *package, GError **error);

/**
 * sotay_docx_package_add:
 * @name: of a part that is packed already, a picture
 *
 * Returns: whether it was written
 */
gboolean sotay_docx_package_add (SotayDocxPackage *package, const char *name, GBytes *bytes, GError **error);

gboolean sotay_docx_package_finish (SotayDocxPackage *package, GError **error); /* writes the list of the parts */
void sotay_docx_package_free (SotayDocxPackage *package);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayDocxPackage, sotay_docx_package_free)

G_END_DECLS
