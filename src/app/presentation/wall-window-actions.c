/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/wall-window-private.h"

#include <glib/gi18n-lib.h>

/* A number that was typed and not entered is given up after this time. */
#define DIGITS_MS 4000
#define NO_DIGITS 1u
#define MOST_DIGITS 100u

static const struct
{
  const char *action;
  SotayWallTool tool;
} tools[] = {
  { "spotlight", SOTAY_WALL_TOOL_SPOTLIGHT },
  { "magnifier", SOTAY_WALL_TOOL_MAGNIFIER },
  { "pen", SOTAY_WALL_TOOL_PEN },
};

static void
take_tool (SotayWallWindow *self, SotayWallTool tool)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), tools[i].action);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (tools[i].tool == tool));
    }
  sotay_wall_tools_set_tool (self->tools, tool);
  g_object_set (self->bar, "pen", tool == SOTAY_WALL_TOOL_PEN, NULL);
}

static void
tool_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    if (g_str_equal (tools[i].action, g_action_get_name (G_ACTION (action))))
      take_tool (data, g_variant_get_boolean (state) ? tools[i].tool : SOTAY_WALL_TOOL_NONE);
}

/* What was asked for from the presenter's window needs the keyboard here. */
static void
come_forward (SotayWallWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    gtk_window_present (GTK_WINDOW (self));
}

static void
overview_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  SotayWallWindow *self = data;
  gboolean open = g_variant_get_boolean (state);

  g_simple_action_set_state (action, state);
  if (open == sotay_slide_overview_is_open (self->overview))
    return;
  if (!open)
    {
      sotay_slide_overview_close (self->overview);
      sotay_wall_window_take_keyboard (self);
      return;
    }
  sotay_jump_card_close (self->jump);
  sotay_keys_card_close (self->keys);
  sotay_slide_overview_open (self->overview);
  come_forward (self);
}

static void
undo_stroke_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_wall_tools_undo (SOTAY_WALL_WINDOW (data)->tools);
}

static void
clear_strokes_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_wall_tools_clear (SOTAY_WALL_WINDOW (data)->tools);
}

static void
jump_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayWallWindow *self = data;

  sotay_wall_window_set_state (self, "overview", FALSE);
  sotay_keys_card_close (self->keys);
  sotay_jump_card_open (self->jump);
  come_forward (self);
}

static void
keys_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayWallWindow *self = data;

  if (gtk_widget_get_visible (GTK_WIDGET (self->keys)))
    {
      sotay_keys_card_close (self->keys);
      return;
    }
  sotay_jump_card_close (self->jump);
  sotay_keys_card_open (self->keys);
  come_forward (self);
}

void
sotay_wall_window_forget_digits (SotayWallWindow *self)
{
  g_clear_handle_id (&self->digits_timeout, g_source_remove);
  self->typed = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->digits), FALSE);
}

static gboolean
digits_timeout_cb (gpointer data)
{
  SotayWallWindow *self = data;

  self->digits_timeout = 0;
  sotay_wall_window_forget_digits (self);
  return G_SOURCE_REMOVE;
}

static void
digit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayWallWindow *self = data;
  guint digit = g_variant_get_uint32 (parameter);
  g_autofree char *text = NULL;

  if (digit > 9)
    return;
  /* A third digit begins a new number. */
  if (self->typed == 0 || self->typed >= MOST_DIGITS)
    self->typed = NO_DIGITS;
  self->typed = self->typed * 10 + digit;
  text = g_strdup_printf ("%u", self->typed);
  gtk_label_set_label (self->digits, text + 1);
  gtk_widget_set_visible (GTK_WIDGET (self->digits), TRUE);
  g_clear_handle_id (&self->digits_timeout, g_source_remove);
  self->digits_timeout = g_timeout_add (DIGITS_MS, digits_timeout_cb, self);
}

static void
enter_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayWallWindow *self = data;
  guint typed = self->typed, utility;
  g_autofree char *text = NULL;

  if (typed == 0)
    {
      g_action_group_activate_action (self->show_actions, "forward", NULL);
      return;
    }
  utility = typed >= MOST_DIGITS ? typed - MOST_DIGITS : typed - 10;
  sotay_wall_window_forget_digits (self);
  if (utility > 0 && sotay_deck_find_utility (sotay_show_get_deck (self->show), utility) >= 0)
    {
      g_action_group_activate_action (self->show_actions, "go-to-utility", g_variant_new_uint32 (utility));
      return;
    }
  text = g_strdup_printf (_("Utility %u is not in this lesson"), utility);
  sotay_wall_window_say (self, text);
}

/* The uppermost of what is open. */
static gboolean
close_one (SotayWallWindow *self)
{
  if (sotay_keys_card_close (self->keys) || sotay_jump_card_close (self->jump))
    return TRUE;
  if (sotay_slide_overview_is_open (self->overview))
    sotay_wall_window_set_state (self, "overview", FALSE);
  else if (self->typed != 0)
    sotay_wall_window_forget_digits (self);
  else if (sotay_wall_window_get_panel (self) != NULL)
    sotay_wall_window_close_panel (self);
  else if (sotay_wall_tools_get_tool (self->tools) != SOTAY_WALL_TOOL_NONE)
    take_tool (self, SOTAY_WALL_TOOL_NONE);
  else if (sotay_show_get_code (self->show) == SOTAY_CODE_FULL)
    g_action_group_activate_action (self->show_actions, "code-full", NULL);
  else if (sotay_show_get_curtain (self->show) != SOTAY_CURTAIN_NONE)
    sotay_show_set_curtain (self->show, SOTAY_CURTAIN_NONE);
  else
    return FALSE;
  return TRUE;
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayWallWindow *self = data;

  if (!close_one (self))
    g_action_group_activate_action (self->show_actions, "end", NULL);
}

void
sotay_wall_window_set_state (SotayWallWindow *self, const char *action, gboolean state)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), action, g_variant_new_boolean (state));
}

void
sotay_wall_window_add_actions (SotayWallWindow *self)
{
  static const GActionEntry entries[] = {
    { "spotlight", NULL, NULL, "false", tool_cb, { 0 } },
    { "magnifier", NULL, NULL, "false", tool_cb, { 0 } },
    { "pen", NULL, NULL, "false", tool_cb, { 0 } },
    { "overview", NULL, NULL, "false", overview_cb, { 0 } },
    { "undo-stroke", undo_stroke_cb, NULL, NULL, NULL, { 0 } },
    { "clear-strokes", clear_strokes_cb, NULL, NULL, NULL, { 0 } },
    { "jump", jump_cb, NULL, NULL, NULL, { 0 } },
    { "keys", keys_cb, NULL, NULL, NULL, { 0 } },
    { "digit", digit_cb, "u", NULL, NULL, { 0 } },
    { "enter", enter_cb, NULL, NULL, NULL, { 0 } },
    { "close", close_cb, NULL, NULL, NULL, { 0 } },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "wall", G_ACTION_GROUP (self->actions));
}

void
sotay_wall_window_remove_actions (SotayWallWindow *self)
{
  g_auto (GStrv) names = NULL;

  if (self->actions == NULL)
    return;
  names = g_action_group_list_actions (G_ACTION_GROUP (self->actions));
  for (gsize i = 0; names[i] != NULL; i++)
    g_action_map_remove_action (G_ACTION_MAP (self->actions), names[i]);
}
