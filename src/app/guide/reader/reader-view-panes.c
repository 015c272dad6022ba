/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The side bar, which a narrow window lays over the pages, and the toolbar, which a full screen hides. */
#include "app/guide/reader/reader-view-private.h"

#include "services/settings.h"

/* The pointer this near to the upper edge of a full screen calls the toolbar. */
#define NEAR_THE_EDGE 12

#define HIDDEN "hidden"
#define SEARCH "search"

/* What a person wants to see in a wide window is remembered; the hits come and go with the search. */
static void
remember_sidebar (SotayReaderView *self)
{
  g_autofree char *old = g_settings_get_string (self->settings, SOTAY_SETTING_READER_SIDEBAR);
  g_autofree char *page = NULL;
  const char *new = NULL;

  g_object_get (self->sidebar, "page", &page, NULL);
  new = self->sidebar_wanted ? page : HIDDEN;
  if (!g_str_equal (page, SEARCH) && !adw_flap_get_folded (self->flap) && !g_str_equal (old, new))
    g_settings_set_string (self->settings, SOTAY_SETTING_READER_SIDEBAR, new);
}

static void
reveal_changed_cb (SotayReaderView *self)
{
  if (!adw_flap_get_folded (self->flap))
    self->sidebar_wanted = adw_flap_get_reveal_flap (self->flap);
  remember_sidebar (self);
  sotay_reader_view_update_actions (self);
}

static void
folded_changed_cb (SotayReaderView *self)
{
  adw_flap_set_reveal_flap (self->flap, self->sidebar_wanted && !adw_flap_get_folded (self->flap));
}

static void
page_changed_cb (SotayReaderView *self)
{
  remember_sidebar (self);
}

static gboolean
has_focus_inside (SotayReaderView *self, GtkWidget *part)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, part);
}

static void
leave_search (SotayReaderView *self)
{
  g_autofree char *page = NULL;

  if (has_focus_inside (self, GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  g_object_get (self->sidebar, "page", &page, NULL);
  if (!g_str_equal (page, SEARCH) || self->page_before_search == NULL)
    return;
  if (self->hidden_before_search)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  g_object_set (self->sidebar, "page", self->page_before_search, NULL);
}

/* The hits are listed while one searches: beside the pages at once; over the pages, where they would hide what was
 * found, when they are asked for. */
static void
enter_search (SotayReaderView *self)
{
  gboolean beside = !adw_flap_get_folded (self->flap);

  self->hidden_before_search = beside && !adw_flap_get_reveal_flap (self->flap);
  g_clear_pointer (&self->page_before_search, g_free);
  g_object_get (self->sidebar, "page", &self->page_before_search, NULL);
  g_object_set (self->sidebar, "page", SEARCH, NULL);
  if (beside)
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
search_toggled_cb (SotayReaderView *self)
{
  gboolean open;

  g_object_get (self->search, "open", &open, NULL);
  self->search_left = FALSE;
  if (open)
    enter_search (self);
  else
    leave_search (self);
  sotay_reader_view_update_actions (self);
}

void
sotay_reader_view_show_sidebar (SotayReaderView *self, const char *page)
{
  if (page != NULL)
    g_object_set (self->sidebar, "page", page, NULL);
  adw_flap_set_reveal_flap (self->flap, page != NULL);
}

void
sotay_reader_view_take_focus (SotayReaderView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->document != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) && !GTK_IS_TEXT (gtk_root_get_focus (root)))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

void
sotay_reader_view_uncover (SotayReaderView *self)
{
  if (!adw_flap_get_folded (self->flap))
    return;
  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static gboolean
is_fullscreen (SotayReaderView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) && gtk_window_is_fullscreen (GTK_WINDOW (root));
}

/* A menu of the toolbar that is open, or its field that is being typed in, keeps it there. */
static gboolean
toolbar_is_in_use (SotayReaderView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return has_focus_inside (self, GTK_WIDGET (self->toolbar))
         && (GTK_IS_TEXT (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL);
}

static void
pointer_moved_cb (SotayReaderView *self, double x, double y)
{
  if (!is_fullscreen (self))
    return;
  if (y <= NEAR_THE_EDGE)
    adw_flap_set_reveal_flap (self->toolbar_flap, TRUE);
  else if (y > gtk_widget_get_height (GTK_WIDGET (self->toolbar)) && !toolbar_is_in_use (self))
    adw_flap_set_reveal_flap (self->toolbar_flap, FALSE);
}

void
sotay_reader_view_update_fullscreen (SotayReaderView *self)
{
  gboolean fullscreen = is_fullscreen (self);

  adw_flap_set_fold_policy (self->toolbar_flap,
                            fullscreen ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (self->toolbar_flap, !fullscreen);
  /* At once, and so that it comes back as it was: GTK does not bear two flaps that move at the same time. */
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), !fullscreen);
}

static void
restore_sidebar (SotayReaderView *self)
{
  g_autofree char *page = g_settings_get_string (self->settings, SOTAY_SETTING_READER_SIDEBAR);

  self->sidebar_wanted = !g_str_equal (page, HIDDEN);
  if (self->sidebar_wanted)
    g_object_set (self->sidebar, "page", page, NULL);
  adw_flap_set_reveal_flap (self->flap, self->sidebar_wanted);
}

void
sotay_reader_view_set_up_panes (SotayReaderView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  restore_sidebar (self);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (reveal_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (folded_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "notify::page", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "notify::open", G_CALLBACK (search_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (pointer_moved_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  sotay_reader_view_update_actions (self);
}
