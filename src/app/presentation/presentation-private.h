/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files of the presentation share. */
#pragma once

#include "app/presentation/presentation.h"
#include "app/presentation/screens.h"
#include "app/presentation/wall-window.h"
#include "core/awake.h"

G_BEGIN_DECLS

struct _SotayPresentation
{
  GObject parent_instance;

  GtkWindow *window; /* the program's, a weak pointer */
  SotayServices *services;
  SotayShow *show;
  SotayManualPages *pages;
  SotayScreens *screens;
  SotayJournal *journal;
  SotayAwake *awake;
  GSimpleActionGroup *actions;
  GCancellable *cancellable;
  char *session_id; /* nullable */
  gint64 started;
  SotayWallWindow *wall;
  GtkWindow *presenter; /* nullable: there is no screen for it, or it was put away */
  GtkWindow *ending;    /* nullable; a weak pointer */
  gboolean put_away;    /* the trainer wants no window of their own */
  gboolean paused;      /* there was a break when the show was ended */
  GtkWidget *panel;     /* what stands over the wall; a weak pointer */
  const char *panel_name; /* of the action that it is of */
};

void sotay_presentation_install_actions (SotayPresentation *self); /* makes the group "show" */

void sotay_presentation_place (SotayPresentation *self); /* puts the windows on the screens as they are now */
void sotay_presentation_set_session (SotayPresentation *self, const char *id); /* it is tied to this one from now on */

G_END_DECLS
