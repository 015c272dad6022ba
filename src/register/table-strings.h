/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the reader of .xlsx only: texts that cells share, and how texts are written. */
#pragma once

#include "register/table-package.h"

G_BEGIN_DECLS

/**
 * SotayTableRuns:
 * @text: the runs of a text, joined; longer than a cell may be only by a piece
 * @inside: whether text that comes now belongs to it
 *
 * A text is one element "t" or several in runs; readings of characters ("rPh") are none of it.
 */
typedef struct
{
  GString *text;
  gboolean inside;
  gboolean reading;
} SotayTableRuns;

/**
 * sotay_table_runs_start:
 *
 * These are told of every element and text within a text.
 */
void sotay_table_runs_start (SotayTableRuns *runs, const char *element);
void sotay_table_runs_end (SotayTableRuns *runs, const char *element);
void sotay_table_runs_add (SotayTableRuns *runs, const char *text, gsize length);

/**
 * sotay_table_runs_unescape:
 *
 * Makes the characters of "_x000D_" and the like, which XML could not hold.
 */
void sotay_table_runs_unescape (GString *text);

typedef struct _SotayTableStrings SotayTableStrings;

/**
 * sotay_table_strings_read:
 * @part: (nullable): its name; %NULL: no texts are shared
 *
 * Returns: (transfer full) (nullable): the shared texts
 */
SotayTableStrings *sotay_table_strings_read (SotayTablePackage *package, const char *part, gsize *memory,
                                             GError **error);

void sotay_table_strings_free (SotayTableStrings *strings);

/**
 * sotay_table_strings_get:
 * @length: (out): its bytes
 *
 * Returns: (transfer none) (nullable): a shared text, not zero-terminated; %NULL when there is no such
 */
const char *sotay_table_strings_get (const SotayTableStrings *strings, guint index, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayTableStrings, sotay_table_strings_free)

G_END_DECLS
