/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the files of SotayWallWindow only, and by its tests. */
#pragma once

#include "app/presentation/jump-card.h"
#include "app/presentation/keys-card.h"
#include "app/presentation/slide-overview.h"
#include "app/presentation/wall-code.h"
#include "app/presentation/wall-tools.h"
#include "app/presentation/wall-window.h"

G_BEGIN_DECLS

struct _SotayWallWindow
{
  AdwWindow parent_instance;

  GtkOverlay *overlay;
  GtkProgressBar *progress;
  GtkLabel *caption;
  GtkLabel *digits;
  GtkRevealer *panel_revealer;
  GtkWidget *panel_box;
  AdwBin *panel_place;
  GtkRevealer *bar_revealer;
  GtkWidget *bar;

  SotayShow *show;
  SotayManualPages *pages;
  SotayQrSymbol *code; /* nullable */
  SotaySlideView *view;
  SotayWallTools *tools;
  SotaySlideOverview *overview;
  SotayJumpCard *jump;
  SotayKeysCard *keys;

  GSimpleActionGroup *actions;
  GActionGroup *show_actions;
  GtkCssProvider *letters; /* how large they are on this wall */
  SotayRoom room;
  SotayWallTheme theme;
  gboolean large;
  int width, height; /* of the wall, in pixels */

  guint typed; /* the number that is being typed, with 1 before its digits: 10 is "0", 112 is "12"; 0: none */
  guint fit_idle;
  guint digits_timeout;
  guint caption_timeout;
  guint rest_ms;      /* how long the pointer rests before it goes */
  guint rest_timeout; /* runs while the pointer is seen */
  guint n_rests;      /* how often it has run out since the pointer moved */
  double pointer_x, pointer_y;
  double pressed_x, pressed_y;
  gboolean tapping; /* what is pressed is a click so far */
  double scrolled;     /* towards the next slide */
  guint32 scrolled_at; /* when the last slide was turned so, in ms */
};

/* wall-window.c */
void sotay_wall_window_update_caption (SotayWallWindow *window);
void sotay_wall_window_say (SotayWallWindow *window, const char *text); /* for a few seconds */
void sotay_wall_window_take_keyboard (SotayWallWindow *window);         /* back from what was open */
void sotay_wall_window_close_panel (SotayWallWindow *window);

/* wall-window-actions.c */
void sotay_wall_window_add_actions (SotayWallWindow *window);
void sotay_wall_window_remove_actions (SotayWallWindow *window); /* who holds the group still can do nothing with it */
void sotay_wall_window_forget_digits (SotayWallWindow *window);
void sotay_wall_window_set_state (SotayWallWindow *window, const char *action, gboolean state);

/* wall-window-input.c */
void sotay_wall_window_add_input (SotayWallWindow *window);
void sotay_wall_window_rest (SotayWallWindow *window); /* the pointer has rested: it goes, and the buttons with it */

G_END_DECLS
