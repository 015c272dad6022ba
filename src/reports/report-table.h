/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of a report. Cells are kept packed: an annex may have 20,000 rows. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SOTAY_CELL_TEXT,
  SOTAY_CELL_NUMBER, /* "215.606" */
  SOTAY_CELL_SHARE,  /* "92,58 %" */
  SOTAY_CELL_DATE,   /* ISO, or a year alone; shown as 05/3/2024 */
} SotayCellKind;

typedef enum
{
  SOTAY_ALIGN_LEFT,
  SOTAY_ALIGN_CENTRE,
  SOTAY_ALIGN_RIGHT,
} SotayCellAlign;

typedef enum
{
  SOTAY_ROW_PLAIN,
  SOTAY_ROW_TOTAL,   /* bold */
  SOTAY_ROW_SECTION, /* bold; the text of its first cell goes over the whole width */
} SotayRowStyle;

/**
 * SotayReportColumn:
 * @title: its heading
 * @group: (nullable): a heading above the headings of neighbours with the same one
 * @width: its part of the width of the table; only the proportions count
 * @kind: what its cells hold; a cell of text may stand in any column
 */
typedef struct
{
  char *title;
  char *group;
  double width;
  SotayCellKind kind;
  SotayCellAlign align;
} SotayReportColumn;

/**
 * SotayReportCell:
 * @text: (nullable): of a text and of a date; %NULL: empty
 * @number: of a number and of a share
 * @out_of: of a share
 * @figure: the index in the report's figures; -1: none
 */
typedef struct
{
  const char *text;
  gint64 number;
  gint64 out_of;
  SotayCellKind kind;
  int figure;
} SotayReportCell;

typedef struct _SotayReportTable SotayReportTable;

/**
 * sotay_report_table_new:
 * @name: (nullable): the name of its sheet in .xlsx and its heading in .csv
 *
 * Returns: (transfer full): a table, without columns and rows
 */
SotayReportTable *sotay_report_table_new (const char *name);
void sotay_report_table_free (SotayReportTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayReportTable, sotay_report_table_free)

/**
 * sotay_report_table_add_column:
 * @group: (nullable): see #SotayReportColumn
 *
 * To be called before the first row.
 */
void sotay_report_table_add_column (SotayReportTable *table, const char *title, const char *group, double width,
                                    SotayCellKind kind, SotayCellAlign align);

/**
 * sotay_report_table_add_row:
 * @indent: how deep its first text column is moved in, for units below units
 *
 * A new last row, all cells empty. The cells are then set from the left by the functions below.
 */
void sotay_report_table_add_row (SotayReportTable *table, SotayRowStyle style, guint indent);

/**
 * sotay_report_table_add_text, …_add_date, …_add_number, …_add_share, …_skip:
 * @text: (nullable): cleaned by sotay_report_clean()
 * @figure: -1: none
 *
 * Set the next cell of the last row.
 */
void sotay_report_table_add_text (SotayReportTable *table, const char *text);
void sotay_report_table_add_date (SotayReportTable *table, const char *iso);
void sotay_report_table_add_number (SotayReportTable *table, gint64 number, int figure);
void sotay_report_table_add_share (SotayReportTable *table, gint64 number, gint64 out_of, int figure);
void sotay_report_table_skip (SotayReportTable *table);

/**
 * sotay_report_table_set_row_height:
 * @millimetres: the least height of each row: room for a signature
 */
void sotay_report_table_set_row_height (SotayReportTable *table, double millimetres);

const char *sotay_report_table_get_name (const SotayReportTable *table); /* (nullable) */
double sotay_report_table_get_row_height (const SotayReportTable *table); /* in millimetres; 0: as the text needs */
guint sotay_report_table_get_n_columns (const SotayReportTable *table);
guint sotay_report_table_get_n_rows (const SotayReportTable *table);
const SotayReportColumn *sotay_report_table_get_column (const SotayReportTable *table, guint column);
SotayRowStyle sotay_report_table_get_style (const SotayReportTable *table, guint row);
guint sotay_report_table_get_indent (const SotayReportTable *table, guint row);
const SotayReportCell *sotay_report_table_get_cell (const SotayReportTable *table, guint row, guint column);

/**
 * sotay_report_cell_format:
 *
 * Returns: (transfer full): what a page shows: "215.606", "92,58 %", "05/3/2024"; empty for an empty cell
 */
char *sotay_report_cell_format (const SotayReportCell *cell);

G_END_DECLS
