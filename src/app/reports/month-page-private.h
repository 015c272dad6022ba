/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of SotayMonthPage share: month-page.c and the others that begin with its name. */
#pragma once

#include "app/reports/month-page.h"

#include "app/reports/findings-list.h"
#include "app/reports/report-preview.h"
#include "app/reports/written-parts.h"
#include "app/widgets/notice.h"
#include "reports/month-report.h"

G_BEGIN_DECLS

struct _SotayMonthPage
{
  AdwBin parent_instance;

  SotayServices *services;

  AdwLeaflet *leaflet;
  SotayNotice *notice;
  GtkLabel *state_label;
  GtkButton *close_button;
  GtkButton *send_button;
  GtkButton *reopen_button;
  GtkWidget *edit_button;
  GtkWidget *back_button;
  GtkWidget *ask_box;
  GtkLabel *ask_label;
  SotayReportPreview *preview;
  GtkWidget *side;
  SotayFindingsList *findings;
  SotayWrittenParts *parts;

  GDate month;
  char *unit_id;
  char *unit_name;
  SotayMonthReport *built; /* the newest */
  SotayRecord *record;     /* as it is once all that was asked for is kept; NULL: nothing was written */
  guint n_saving;          /* steps on their way */
  GCancellable *loading;
  gboolean outdated;
  guint reload_timeout;
  guint folding;
  char *wanted_action;     /* (nullable): waits until all is kept, and for an answer when there are errors */
  char *wanted_target;     /* (nullable): its format */
  gboolean is_answered;    /* it is wanted in spite of errors */
  char *mail_folder;       /* (nullable): where the files of letters are */
};

/* month-page-record.c: what is kept in the register */
void sotay_month_page_install_record (GtkWidgetClass *widget_class);
void sotay_month_page_part_edited (SotayMonthPage *page, guint field, const char *text);

/* month-page-output.c: what leaves the program */
void sotay_month_page_install_output (GtkWidgetClass *widget_class);
void sotay_month_page_go_on (SotayMonthPage *page); /* with what waited until all was kept */

/* month-page-mend.c: from a finding to where it is mended */
void sotay_month_page_mend (SotayMonthPage *page, const SotayFinding *finding);

void sotay_month_page_show_side (SotayMonthPage *page); /* where there is room for one only: the editors */

G_END_DECLS
