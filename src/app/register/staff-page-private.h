/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of SotayStaffPage share: staff-page.c and the others that begin with its name. */
#pragma once

#include "app/register/staff-page.h"

#include "app/register/column-menu.h"
#include "app/register/filter-bar.h"
#include "app/register/staff-table.h"
#include "app/widgets/notice.h"

G_BEGIN_DECLS

struct _SotayStaffPage
{
  SotayRegisterTab parent_instance;

  GtkSearchEntry *search_entry;
  SotayFilterBar *filter_bar;
  SotayColumnMenu *column_menu;
  GtkLabel *rule_label;
  SotayNotice *notice;
  GtkStack *stack;
  SotayStaffTable *table;
  GtkRevealer *action_bar;
  GtkLabel *selected_label;
  GtkWidget *working_box;
  GtkWidget *actions_box;

  SotayUnitNames *names;
  char *unit_id;
  guint n_due;           /* of the unit shown */
  GCancellable *loading;
  gboolean same_query;   /* the list being loaded answers the same question as the one shown */
  gboolean outdated;     /* the register changed while a row was being edited */
  GHashTable *kept_ids;  /* who is to be selected in the list being loaded */
  gboolean revealing;    /* they are to be scrolled to */
  GCancellable *working; /* a change of people under way */
  guint working_timeout;
};

SotayStaffQuery *sotay_staff_page_create_query (SotayStaffPage *page); /* (transfer full): what is listed */
void sotay_staff_page_reload (SotayStaffPage *page, gboolean same_query);
void sotay_staff_page_reveal (SotayStaffPage *page, const char *id); /* reloads, and selects this person */
void sotay_staff_page_keep_selected (SotayStaffPage *page, GPtrArray *people); /* in the next list too */
GtkWindow *sotay_staff_page_get_window (SotayStaffPage *page);

/* staff-page-actions.c */
void sotay_staff_page_install_actions (GtkWidgetClass *widget_class);
void sotay_staff_page_update_actions (SotayStaffPage *page);
void sotay_staff_page_save_edited (SotayStaffPage *page, SotayStaff *before, SotayStaff *after);

/* staff-page-import.c */
void sotay_staff_page_install_import (GtkWidgetClass *widget_class);
void sotay_staff_page_accept_files (SotayStaffPage *page); /* dropped on it */

G_END_DECLS
