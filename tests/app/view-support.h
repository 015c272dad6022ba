/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view in a window of its own, with the actions that it expects of the main window. */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

typedef struct
{
  SotayServices *services;
  SotayStore *store;
  GtkWindow *window;
  GtkWidget *view;
  GPtrArray *toasts; /* (element-type utf8): what the view told */
} ViewFixture;

typedef GtkWidget *(*MakeView) (SotayServices *services);
typedef gboolean (*Condition) (gpointer data);

/* Makes the services, with a register of their own, which is empty; then the view in its window. */
void view_fixture_set_up (ViewFixture *fixture);
void view_fixture_open (ViewFixture *fixture, MakeView make_view);
void view_fixture_tear_down (ViewFixture *fixture);

/* (transfer none): the first widget of this type below @root, shown or not; it must be there. */
gpointer view_find (GtkWidget *root, GType type);

/* (transfer none) (nullable): the first visible label with exactly this text. */
GtkWidget *view_find_label (GtkWidget *root, const char *text);

/* (transfer none) (nullable): the first visible button with this label. */
GtkWidget *view_find_button (GtkWidget *root, const char *label);

/* (transfer none) (nullable): the newest window of this type. */
gpointer view_find_window (GType type);

/* Opens a #SotayUnitChooser and chooses the first choice with this name; it must be offered. Returns how many choices
   there are. */
guint view_choose_unit (GtkWidget *chooser, const char *name);

/* Runs the main loop until the condition holds; fails after 60 seconds. */
void view_wait (Condition condition, gpointer data);
void view_wait_for_label (GtkWidget *root, const char *text);
void view_wait_for_window (GType type);
void view_wait_for_no_window (GType type);
void view_wait_for_toast (ViewFixture *fixture, const char *text);

/* Adds GTK, Adwaita and the resources to sotay_test_run(). */
int view_test_run (int argc, char **argv, void (*add_tests) (void));

G_END_DECLS
