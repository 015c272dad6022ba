/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of SotayRegisterView share: register-view.c and the others that begin with its name. */
#pragma once

#include "app/register/register-view.h"

#include "app/register/unit-page.h"
#include "app/register/unit-tree.h"
#include "app/widgets/notice.h"

G_BEGIN_DECLS

struct _SotayRegisterView
{
  AdwBin parent_instance;

  SotayServices *services;

  GtkStack *stack;
  AdwLeaflet *leaflet;
  SotayUnitTree *unit_tree;
  SotayUnitPage *unit_page;
  SotayNotice *notice;
  SotayNotice *open_notice;
  GtkWidget *sample_bar;

  SotayUnitProgress *whole;
  SotayUnitNames *names;
  GDate day;             /* the figures shown are of this day */
  gboolean loading;
  gboolean outdated;     /* the register changed while it was being read */
  gboolean unseen;       /* it changed while the view was not in sight */
  char *awaited_unit_id; /* a unit just added, to be shown once it has been read */
};

SotayUnit *sotay_register_view_get_unit (SotayRegisterView *view); /* (transfer none) (nullable): the one looked at */

/* register-view-units.c: units are added, changed, ended and removed */
void sotay_register_view_install_units (GtkWidgetClass *widget_class);

/* register-view-extras.c: the campaign and the sample */
void sotay_register_view_install_extras (GtkWidgetClass *widget_class);

G_END_DECLS
