/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the keys and buttons of both windows do. */
#include "app/presentation/attendance-panel.h"
#include "app/presentation/notes-panel.h"
#include "app/presentation/presentation-private.h"
#include "app/presentation/presenter-window.h"

static void
forward_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_show_forward (SOTAY_PRESENTATION (data)->show);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_show_back (SOTAY_PRESENTATION (data)->show);
}

static void
first_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_show_go_to (SOTAY_PRESENTATION (data)->show, 0);
}

static void
last_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayShow *show = SOTAY_PRESENTATION (data)->show;

  sotay_show_go_to (show, sotay_deck_get_n_slides (sotay_show_get_deck (show)) - 1);
}

static void
return_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_show_return (SOTAY_PRESENTATION (data)->show);
}

static void
toggle_curtain (SotayShow *show, SotayCurtain curtain)
{
  sotay_show_set_curtain (show, sotay_show_get_curtain (show) == curtain ? SOTAY_CURTAIN_NONE : curtain);
}

static void
black_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  toggle_curtain (SOTAY_PRESENTATION (data)->show, SOTAY_CURTAIN_BLACK);
}

static void
white_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  toggle_curtain (SOTAY_PRESENTATION (data)->show, SOTAY_CURTAIN_WHITE);
}

static void
toggle_code (SotayShow *show, SotayCodeMode mode)
{
  sotay_show_set_code (show, sotay_show_get_code (show) == mode ? SOTAY_CODE_HIDDEN : mode);
}

static void
code_corner_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  toggle_code (SOTAY_PRESENTATION (data)->show, SOTAY_CODE_CORNER);
}

static void
code_full_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  toggle_code (SOTAY_PRESENTATION (data)->show, SOTAY_CODE_FULL);
}

static void
pause_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayShow *show = SOTAY_PRESENTATION (data)->show;

  sotay_show_set_paused (show, !sotay_show_get_paused (show));
}

static void
go_to_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayShow *show = SOTAY_PRESENTATION (data)->show;
  guint index = g_variant_get_uint32 (parameter);

  if (index < sotay_deck_get_n_slides (sotay_show_get_deck (show)))
    sotay_show_go_to (show, index);
}

static void
go_to_utility_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_show_go_to_utility (SOTAY_PRESENTATION (data)->show, g_variant_get_uint32 (parameter));
}

static void
swap_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_screens_swap (SOTAY_PRESENTATION (data)->screens);
}

/* With one screen there is no window that only the trainer sees. */
static void
presenter_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayPresentation *self = data;

  if (sotay_screens_get_presenter (self->screens) == NULL)
    return;
  self->put_away = self->presenter != NULL;
  sotay_presentation_place (self);
}

static GtkWidget *
make_panel (SotayPresentation *self, const char *name)
{
  GtkWidget *panel = NULL;

  if (g_str_equal (name, "notes"))
    return sotay_notes_panel_new (self->show, sotay_services_get_trainer_notes (self->services));
  panel = sotay_attendance_panel_new (self->services, self->session_id, TRUE);
  g_signal_connect_object (panel, "session-chosen", G_CALLBACK (sotay_presentation_set_session), self,
                           G_CONNECT_SWAPPED);
  return panel;
}

/* With two screens notes and attendance have their places in the trainer's window, and nothing of it is on the wall. */
static void
panel_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayPresentation *self = data;
  const char *name = g_action_get_name (G_ACTION (action));
  gboolean shown = self->panel != NULL && g_str_equal (self->panel_name, name);

  if (sotay_screens_get_presenter (self->screens) != NULL)
    {
      self->put_away = FALSE;
      sotay_presentation_place (self);
      sotay_presenter_window_show_part (SOTAY_PRESENTER_WINDOW (self->presenter), name);
      return;
    }
  g_set_weak_pointer (&self->panel, shown ? NULL : make_panel (self, name));
  self->panel_name = g_intern_string (name);
  sotay_wall_window_set_panel (self->wall, self->panel);
}

static void
end_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_presentation_end (data);
}

void
sotay_presentation_install_actions (SotayPresentation *self)
{
  static const GActionEntry entries[] = {
    { .name = "forward", .activate = forward_cb },
    { .name = "back", .activate = back_cb },
    { .name = "first", .activate = first_cb },
    { .name = "last", .activate = last_cb },
    { .name = "return", .activate = return_cb },
    { .name = "black", .activate = black_cb },
    { .name = "white", .activate = white_cb },
    { .name = "code-corner", .activate = code_corner_cb },
    { .name = "code-full", .activate = code_full_cb },
    { .name = "pause", .activate = pause_cb },
    { .name = "go-to", .activate = go_to_cb, .parameter_type = "u" },
    { .name = "go-to-utility", .activate = go_to_utility_cb, .parameter_type = "u" },
    { .name = "swap", .activate = swap_cb },
    { .name = "presenter", .activate = presenter_cb },
    { .name = "notes", .activate = panel_cb },
    { .name = "attendance", .activate = panel_cb },
    { .name = "end", .activate = end_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}
