/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_RECORD_ROW (sotay_record_row_get_type ())
/**
 * SotayRecordRow:
 *
 * A row of a #SotayRecordsTab: a title, a line of details, a figure at the end; above the first row of a group its
 * heading.
 */
G_DECLARE_FINAL_TYPE (SotayRecordRow, sotay_record_row, SOTAY, RECORD_ROW, AdwBin)

GtkWidget *sotay_record_row_new (void); /* (transfer floating) */

/**
 * sotay_record_row_set_group:
 * @group: (nullable): the heading above the row
 */
void sotay_record_row_set_group (SotayRecordRow *row, const char *group);

/**
 * sotay_record_row_set_texts:
 * @details: (nullable): what is said in smaller letters
 * @figure: (nullable): a short text at the end
 * @badge: (nullable): one or two words that stand out
 */
void sotay_record_row_set_texts (SotayRecordRow *row, const char *title, const char *details, const char *figure,
                                 const char *badge);

G_END_DECLS
