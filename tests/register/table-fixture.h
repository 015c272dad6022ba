/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short forms for tests of tables: workbooks made of their parts, tables shown in a text. */
#pragma once

#include "register/table-file.h"

G_BEGIN_DECLS

#define FIXTURE_XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
#define FIXTURE_RELS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#define FIXTURE_ODS_START \
  FIXTURE_XML "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\"" \
              " xmlns:draw=\"d\"><office:body><office:spreadsheet>"
#define FIXTURE_ODS_END "</office:spreadsheet></office:body></office:document-content>"

/* (transfer full): a zip file of these parts: pairs of a name and a text, then NULL */
GString *fixture_zip (const char *name, ...) G_GNUC_NULL_TERMINATED;
/* The same of a list, and one part more: @start, @again so many times, @end; @packed is slow. */
GString *fixture_zip_repeated (const char *const *parts, gboolean packed, const char *name, const char *start,
                               const char *again, gsize repeat, const char *end);

/* Pairs as in fixture_zip(): what says where the parts of a workbook are. */
const char *const *fixture_xlsx_frame (void);
/* (transfer full): a workbook; @sheet is what stands within its only worksheet, @strings within its shared texts,
 * @styles within its styles, @book within its workbook; each may be NULL */
GString *fixture_xlsx (const char *sheet, const char *strings, const char *styles, const char *book);
/* (transfer full): a workbook of which @tables stands within its spreadsheet */
GString *fixture_ods (const char *tables);

/* (transfer full): the rows, each "number: cell|cell", with a star behind the number of merged ones */
char *fixture_show (const SotayTableFile *table);

/* Takes @bytes. */
SotayTableFile *fixture_read (GString *bytes);
void fixture_assert_table (GString *bytes, const char *expected);
void fixture_assert_refused (GString *bytes, int code);

G_END_DECLS
