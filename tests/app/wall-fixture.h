/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson on a wall, with the actions that a presentation gives it. */
#pragma once

#include "app/presentation/wall-window-private.h"

G_BEGIN_DECLS

#define WALL_FIXTURE_ADDRESS "https://vneid.gov.vn/a.pdf"

typedef struct
{
  SotayDeck *deck;
  SotayShow *show;
  SotayManualPages *pages;
  SotayWallWindow *window;
  GtkCssProvider *style;
  GString *log; /* the actions of the group "show" that were activated: "forward go-to=7 " */
} WallFixture;

/* Shows these stops, as lesson_plan() takes them, on a wall of this size; @document is nullable. */
void wall_fixture_open (WallFixture *fixture, const char *stops, SotayDocument *document, int width, int height);
void wall_fixture_close (WallFixture *fixture);

void wall_fixture_draw (WallFixture *fixture); /* waits for a frame */

/* Presses a key as GTK tells of it: goes to what has the keyboard, then to the window. */
void wall_fixture_press (WallFixture *fixture, guint value, GdkModifierType state);

GtkEventController *wall_fixture_find_controller (GtkWidget *widget, const char *name); /* (transfer none) (nullable) */

/* Asserts the actions since the last time. */
void wall_fixture_assert_log (WallFixture *fixture, const char *expected);

/* (transfer full): what is seen now, in the pixels of the wall. */
cairo_surface_t *wall_fixture_paint (WallFixture *fixture);

/* Takes a picture of the screen; its QR code must say WALL_FIXTURE_ADDRESS. */
void wall_fixture_assert_code_is_read (WallFixture *fixture);

G_END_DECLS
