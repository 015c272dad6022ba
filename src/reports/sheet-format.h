/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each kind of sheet file does for SotaySheetWriter. */
#pragma once

#include "reports/output-file.h"

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
 * @open: begins @file, which must stay; returns its own data, or %NULL on error
 * @add_row: writes a row
 * @close: ends the file; in any case @data is gone afterwards
 */
typedef struct
{
  const char *ending;
  gpointer (*open) (SotayOutputFile *file, const char *name, const SotaySheetColumn *columns, guint n_columns,
                    GError **error);
  gboolean (*add_row) (gpointer data, const char *const *cells, GError **error);
  gboolean (*close) (gpointer data, GError **error);
} SotaySheetFormat;

/* By it Excel knows that a .csv file is UTF-8. */
#define SOTAY_SHEET_MARK "\xef\xbb\xbf"

/**
 * sotay_sheet_append_date:
 *
 * Adds "dd/mm/yyyy", as Vietnamese spreadsheets read a date, to a row of .csv; what is not a day stands as it is.
 */
void sotay_sheet_append_date (GString *row, const char *iso);

extern const SotaySheetFormat sotay_sheet_csv;
extern const SotaySheetFormat sotay_sheet_xlsx;

G_END_DECLS
