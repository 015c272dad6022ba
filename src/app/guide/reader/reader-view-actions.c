/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/reader-view-private.h"

#include "app/widgets/undo-toast.h"

#include <glib/gi18n-lib.h>

#define ZOOM_STEP 1.25

#define PREVIOUS_PAGE_KEY "<Control>Page_Up"
#define NEXT_PAGE_KEY "<Control>Page_Down"

static void
tell (SotayReaderView *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

static guint
get_n_pages (SotayReaderView *self)
{
  return self->document != NULL ? sotay_document_get_n_pages (self->document) : 0;
}

static guint
get_pages_beside (SotayReaderView *self)
{
  gboolean two_pages;

  g_object_get (self->canvas, "two-pages", &two_pages, NULL);
  return two_pages ? 2 : 1;
}

/* The next page and the one before are no jumps: nobody goes back over each of them. */
static void
previous_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayReaderView *self = data;
  guint index = sotay_reader_view_get_index (self);

  sotay_page_canvas_go_to (self->canvas, index - MIN (index, get_pages_beside (self)), 0);
}

static void
next_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayReaderView *self = data;
  guint index = sotay_reader_view_get_index (self) + get_pages_beside (self);

  sotay_page_canvas_go_to (self->canvas, MIN (index, get_n_pages (self) - 1), 0);
}

static void
enter_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayReaderView *self = data;

  adw_flap_set_reveal_flap (self->toolbar_flap, TRUE);
  sotay_reader_toolbar_focus_page (self->toolbar);
}

static void
go_back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayReaderView *self = data;
  SotayPlace here = sotay_reader_view_get_place (self);
  SotayPlace there;

  if (sotay_page_history_go_back (self->history, &here, &there))
    sotay_page_canvas_go_to (self->canvas, there.index, there.y);
  sotay_reader_view_update_actions (self);
}

static void
go_forward_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayReaderView *self = data;
  SotayPlace here = sotay_reader_view_get_place (self);
  SotayPlace there;

  if (sotay_page_history_go_forward (self->history, &here, &there))
    sotay_page_canvas_go_to (self->canvas, there.index, there.y);
  sotay_reader_view_update_actions (self);
}

static void
zoom_in_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_page_canvas_zoom_by (SOTAY_READER_VIEW (data)->canvas, ZOOM_STEP);
}

static void
zoom_out_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_page_canvas_zoom_by (SOTAY_READER_VIEW (data)->canvas, 1 / ZOOM_STEP);
}

static void
zoom_to_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayReaderView *self = data;
  double zoom;

  g_object_get (self->canvas, "zoom", &zoom, NULL);
  sotay_page_canvas_zoom_by (self->canvas, g_variant_get_int32 (parameter) / 100.0 / zoom);
}

static void
zoom_mode_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayReaderView *self = data;

  for (int mode = SOTAY_ZOOM_FIT_WIDTH; mode < SOTAY_ZOOM_FREE; mode++)
    if (g_str_equal (g_variant_get_string (parameter, NULL), sotay_reader_zoom_modes[mode]))
      g_object_set (self->canvas, "zoom-mode", mode, NULL);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayReaderView *self = data;

  if (!sotay_reader_search_close (self->search))
    sotay_reader_view_search (self);
}

static void
next_hit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_reader_search_step (SOTAY_READER_VIEW (data)->search, 1);
}

static void
previous_hit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_reader_search_step (SOTAY_READER_VIEW (data)->search, -1);
}

static void
sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayReaderView *self = data;
  g_autofree char *page = NULL;

  g_object_get (self->sidebar, "page", &page, NULL);
  sotay_reader_view_show_sidebar (self, adw_flap_get_reveal_flap (self->flap) ? NULL : page);
}

static void
show_sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_reader_view_show_sidebar (SOTAY_READER_VIEW (data), g_variant_get_string (parameter, NULL));
}

static void
set_bookmark (SotayReaderView *self, guint index, const char *name)
{
  g_autofree char *text = NULL;

  if (sotay_reading_set_bookmark (self->reading, index, name))
    text = g_strdup_printf (_("Page %u is bookmarked."), index + 1);
  else
    text = g_strdup_printf (_("There are %d bookmarks already. Remove one first."), SOTAY_MOST_BOOKMARKS);
  tell (self, text);
}

/* Another manual may be open by now: its page is not the one that was marked. */
static void
restore_bookmark_cb (GtkWidget *widget, GVariant *target)
{
  SotayReaderView *self = SOTAY_READER_VIEW (widget);
  const char *path, *name;
  guint index;

  g_variant_get (target, "(&su&s)", &path, &index, &name);
  if (self->document != NULL && g_str_equal (path, sotay_document_get_path (self->document)))
    set_bookmark (self, index, name);
}

void
sotay_reader_view_offer_bookmark (SotayReaderView *self, guint index, const char *name)
{
  g_autofree char *text = g_strdup_printf (_("The bookmark of page %u is removed."), index + 1);

  sotay_undo_toast_show (GTK_WIDGET (self), text, restore_bookmark_cb,
                         g_variant_new ("(sus)", sotay_document_get_path (self->document), index, name));
}

static void
toggle_bookmark_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayReaderView *self = data;
  guint index = sotay_reader_view_get_index (self);
  const SotayBookmark *bookmark = sotay_reading_find_bookmark (self->reading, index);
  g_autofree char *name = bookmark != NULL ? g_strdup (bookmark->name) : NULL;

  if (name != NULL)
    {
      sotay_reading_set_bookmark (self->reading, index, NULL);
      sotay_reader_view_offer_bookmark (self, index, name);
      return;
    }
  name = sotay_reader_sidebar_dup_title (self->sidebar, index);
  if (name == NULL || *name == '\0')
    {
      g_free (name);
      name = g_strdup_printf (_("Page %u"), index + 1);
    }
  set_bookmark (self, index, name);
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayReaderView *self = data;
  g_autofree char *text = sotay_page_canvas_dup_selection (self->canvas);

  if (text == NULL || *text == '\0')
    {
      tell (self, _("No text is selected. Draw over the words with the mouse button held down, then copy."));
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  tell (self, _("The selected text is copied."));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sotay_reader_view_print (data);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_signal_emit_by_name (data, "export-wanted");
}

static void
add_shortcut (GtkEventController *controller, const char *key, const char *action, GVariant *target)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key), gtk_named_action_new (action));

  if (target != NULL)
    gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* Where the pages have the keyboard, their scrolled window would take these keys for scrolling across. */
static void
add_page_keys (SotayReaderView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  add_shortcut (controller, PREVIOUS_PAGE_KEY, "reader.previous-page", NULL);
  add_shortcut (controller, NEXT_PAGE_KEY, "reader.next-page", NULL);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), controller);
}

static void
add_shortcuts (SotayReaderView *self)
{
  static const struct
  {
    const char *key;
    const char *action;
  } keys[] = {
    { "<Control>g|F3", "reader.next-hit" },
    { "<Control><Shift>g|<Shift>F3", "reader.previous-hit" },
    { "<Control>d", "reader.toggle-bookmark" },
    { "<Control>l", "reader.enter-page" },
    { "<Control>plus|<Control>equal|<Control>KP_Add", "reader.zoom-in" },
    { "<Control>minus|<Control>KP_Subtract", "reader.zoom-out" },
    { "<Control>3", "reader.two-pages" },
    { "<Control>i", "reader.night" },
    { "<Control>c", "reader.copy" },
    { "<Control>s", "reader.export" },
    { "F9", "reader.sidebar" },
    { "<Alt>Left", "reader.go-back" },
    { "<Alt>Right", "reader.go-forward" },
    { PREVIOUS_PAGE_KEY, "reader.previous-page" },
    { NEXT_PAGE_KEY, "reader.next-page" },
  };

  self->shortcuts = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (self->shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    add_shortcut (self->shortcuts, keys[i].key, keys[i].action, NULL);
  add_shortcut (self->shortcuts, "<Control>0|<Control>KP_0", "reader.zoom-to", g_variant_new_int32 (100));
  add_shortcut (self->shortcuts, "<Control>1", "reader.zoom-mode", g_variant_new_string ("fit-width"));
  add_shortcut (self->shortcuts, "<Control>2", "reader.zoom-mode", g_variant_new_string ("fit-page"));
  add_page_keys (self);
}

static void
add_canvas_action (SotayReaderView *self, const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (property, self->canvas, property);

  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

void
sotay_reader_view_add_actions (SotayReaderView *self)
{
  static const GActionEntry entries[] = {
    { .name = "previous-page", .activate = previous_page_cb },
    { .name = "next-page", .activate = next_page_cb },
    { .name = "enter-page", .activate = enter_page_cb },
    { .name = "go-back", .activate = go_back_cb },
    { .name = "go-forward", .activate = go_forward_cb },
    { .name = "zoom-in", .activate = zoom_in_cb },
    { .name = "zoom-out", .activate = zoom_out_cb },
    { .name = "zoom-to", .activate = zoom_to_cb, .parameter_type = "i", .state = "0" },
    { .name = "zoom-mode", .activate = zoom_mode_cb, .parameter_type = "s", .state = "'free'" },
    { .name = "search", .activate = search_cb, .state = "false" },
    { .name = "next-hit", .activate = next_hit_cb },
    { .name = "previous-hit", .activate = previous_hit_cb },
    { .name = "sidebar", .activate = sidebar_cb, .state = "false" },
    { .name = "show-sidebar", .activate = show_sidebar_cb, .parameter_type = "s" },
    { .name = "toggle-bookmark", .activate = toggle_bookmark_cb, .state = "false" },
    { .name = "copy", .activate = copy_cb },
    { .name = "print", .activate = print_cb },
    { .name = "export", .activate = export_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  add_canvas_action (self, "night");
  add_canvas_action (self, "two-pages");
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reader", G_ACTION_GROUP (self->actions));
  add_shortcuts (self);
  sotay_reader_view_update_actions (self);
}

static void
set_enabled (SotayReaderView *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_state (SotayReaderView *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
update_zoom (SotayReaderView *self)
{
  double zoom;
  int mode;

  g_object_get (self->canvas, "zoom", &zoom, "zoom-mode", &mode, NULL);
  set_enabled (self, "zoom-in", self->document != NULL && zoom < SOTAY_ZOOM_MOST - 0.001);
  set_enabled (self, "zoom-out", self->document != NULL && zoom > SOTAY_ZOOM_LEAST + 0.001);
  set_state (self, "zoom-to", g_variant_new_int32 (mode == SOTAY_ZOOM_FREE ? (int) (zoom * 100 + 0.5) : 0));
  set_state (self, "zoom-mode", g_variant_new_string (sotay_reader_zoom_modes[mode]));
}

static void
update_marks (SotayReaderView *self)
{
  guint index = sotay_reader_view_get_index (self);
  gboolean marked = self->reading != NULL && sotay_reading_find_bookmark (self->reading, index) != NULL;
  gboolean hits = sotay_reader_search_get_state (self->search) == SOTAY_SEARCH_HITS;
  gboolean open;

  g_object_get (self->search, "open", &open, NULL);
  set_enabled (self, "toggle-bookmark", self->document != NULL);
  set_state (self, "toggle-bookmark", g_variant_new_boolean (marked));
  set_enabled (self, "next-hit", hits);
  set_enabled (self, "previous-hit", hits);
  set_state (self, "search", g_variant_new_boolean (open));
  set_state (self, "sidebar", g_variant_new_boolean (adw_flap_get_reveal_flap (self->flap)));
}

void
sotay_reader_view_update_actions (SotayReaderView *self)
{
  static const char *const with_document[] = { "enter-page", "search", "copy", "print", "export" };
  guint n_pages = get_n_pages (self);
  guint index;

  /* The parts of the reader already speak while it is being made. */
  if (self->actions == NULL)
    return;
  index = sotay_reader_view_get_index (self);
  for (gsize i = 0; i < G_N_ELEMENTS (with_document); i++)
    set_enabled (self, with_document[i], self->document != NULL);
  set_enabled (self, "previous-page", n_pages > 0 && index > 0);
  set_enabled (self, "next-page", index + get_pages_beside (self) < n_pages);
  set_enabled (self, "go-back", sotay_page_history_can_go_back (self->history));
  set_enabled (self, "go-forward", sotay_page_history_can_go_forward (self->history));
  update_zoom (self);
  update_marks (self);
}
