/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/record-row.h"
#include "app/register/register-tab.h"
#include "app/widgets/notice.h"
#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_RECORDS_TAB (sotay_records_tab_get_type ())
/**
 * SotayRecordsTab:
 *
 * A tab that lists the records of one kind that belong to a unit and to the units below it. An abstract base; what the
 * records say and what can be done with them is said by the kinds' own classes.
 *
 * Actions "records.add", "records.edit" and "records.remove"; the last two are about the record selected.
 */
G_DECLARE_DERIVABLE_TYPE (SotayRecordsTab, sotay_records_tab, SOTAY, RECORDS_TAB, SotayRegisterTab)

/**
 * SotayRecordsTabClass:
 * @kind: which records
 * @unit_field: the field that holds the unit's id
 * @compare: their order; called for two #SotayRecord
 * @dup_group: (nullable): the heading under which a record stands
 * @fill_row: writes a record into its row
 * @edit: opens the dialog of a record, or of a new one for %NULL
 * @activate: Enter or double click on a record
 * @show_records: (nullable): the records were read (again)
 * @make_removal: makes the step that removes a record; called in a thread
 */
struct _SotayRecordsTabClass
{
  SotayRegisterTabClass parent_class;

  SotayRecordKind kind;
  guint unit_field;
  GCompareFunc compare;
  char *(*dup_group) (SotayRecordsTab *tab, SotayRecord *record);
  void (*fill_row) (SotayRecordsTab *tab, SotayRecord *record, SotayRecordRow *row);
  void (*edit) (SotayRecordsTab *tab, SotayRecord *record);
  void (*activate) (SotayRecordsTab *tab, SotayRecord *record);
  void (*show_records) (SotayRecordsTab *tab, GPtrArray *records);
  SotayStep *(*make_removal) (SotayStore *store, SotayRecord *record, GCancellable *cancellable, GError **error);
};

/**
 * sotay_records_tab_set_words:
 * @add: the label of the main button
 * @empty_title: what an empty list says
 * @empty_text: and what to do
 */
void sotay_records_tab_set_words (SotayRecordsTab *tab, const char *add, const char *empty_title,
                                  const char *empty_text);

/**
 * sotay_records_tab_add_action:
 * @label: what the button says
 * @action: the action of the record selected
 *
 * Adds a button to the bar below the list; the last one is the main one.
 */
void sotay_records_tab_add_action (SotayRecordsTab *tab, const char *label, const char *action);

/**
 * sotay_records_tab_set_head:
 * @head: what stands above the list, beside the main button
 */
void sotay_records_tab_set_head (SotayRecordsTab *tab, GtkWidget *head);

void sotay_records_tab_set_add_suggested (SotayRecordsTab *tab, gboolean suggested); /* the one main button, or not */

/**
 * sotay_records_tab_set_page:
 * @page: (nullable): takes the whole tab until it is put away with %NULL
 */
void sotay_records_tab_set_page (SotayRecordsTab *tab, GtkWidget *page);

GtkWidget *sotay_records_tab_get_page (SotayRecordsTab *tab); /* (transfer none) (nullable) */

void sotay_records_tab_refresh_rows (SotayRecordsTab *tab); /* writes the rows in view again */
void sotay_records_tab_reveal (SotayRecordsTab *tab, const char *id); /* selects a record as soon as it is read */

SotayUnitNames *sotay_records_tab_get_names (SotayRecordsTab *tab);     /* (transfer none) */
const char *sotay_records_tab_get_unit_id (SotayRecordsTab *tab);       /* (nullable): the unit shown */
SotayRecord *sotay_records_tab_get_selected (SotayRecordsTab *tab);     /* (transfer none) (nullable) */
SotayNotice *sotay_records_tab_get_notice (SotayRecordsTab *tab);       /* (transfer none) */
GtkWindow *sotay_records_tab_get_window (SotayRecordsTab *tab);         /* (transfer none) */

/**
 * sotay_records_tab_dup_unit_name:
 * @unit_id: (nullable): a unit
 *
 * Returns: (transfer full) (nullable): its name, unless it is the unit shown
 */
char *sotay_records_tab_dup_unit_name (SotayRecordsTab *tab, const char *unit_id);

/**
 * sotay_records_tab_dup_month:
 * @iso: (nullable): a day
 *
 * Returns: (transfer full): "Tháng 3/2024"
 */
char *sotay_records_tab_dup_month (const char *iso);

G_END_DECLS
