/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each kind of sheet file does for SotaySheetWriter. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  SOTAY_SHEET_TEXT, /* stays text whatever it looks like: codes and phones keep their zeros, "=1+1" computes nothing */
  SOTAY_SHEET_DATE, /* ISO: a day, or a year alone; anything else is text */
} SotaySheetKind;

/**
 * SotaySheetColumn:
 * @title: its heading
 * @kind: what its cells hold
 */
typedef struct
{
  const char *title;
  SotaySheetKind kind;
} SotaySheetColumn;

/**
 * SotaySheetFormat:
 * @ending: of its files
 * @open: begins @path, a new empty file; returns its own data, or %NULL on error
 * @add_row: writes a row
 * @close: ends the file; in any case @data is gone afterwards
 */
typedef struct
{
  const char *ending;
  gpointer (*open) (const char *path, const char *name, const SotaySheetColumn *columns, guint n_columns,
                    GError **error);
  gboolean (*add_row) (gpointer data, const char *const *cells, GError **error);
  gboolean (*close) (gpointer data, GError **error);
} SotaySheetFormat;

extern const SotaySheetFormat sotay_sheet_csv;
extern const SotaySheetFormat sotay_sheet_xlsx;

/**
 * sotay_sheet_fail:
 * @file_error: G_FILE_ERROR
 * @error: (out): what it means for the one who exports
 *
 * Returns: %FALSE, for a short ending of the caller
 */
gboolean sotay_sheet_fail (const GError *file_error, GError **error);

G_END_DECLS
