/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a copy, closing it, and what is remembered of both. */
#include "app/guide/reader/reader-view-private.h"

#include "services/messages.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

#define MILLISECONDS_BEFORE_SPINNER 300
#define SECONDS_BEFORE_REMEMBERING 1

const char *const sotay_reader_zoom_modes[] = { "fit-width", "fit-page", "free" };

/* Each setting that is set is a file that is written. */
static void
remember_zoom (SotayReaderView *self)
{
  g_autofree char *old_mode = g_settings_get_string (self->settings, SOTAY_SETTING_READER_ZOOM_MODE);
  double old_zoom = g_settings_get_double (self->settings, SOTAY_SETTING_READER_ZOOM);
  double zoom;
  int mode;

  g_object_get (self->canvas, "zoom", &zoom, "zoom-mode", &mode, NULL);
  if (!g_str_equal (old_mode, sotay_reader_zoom_modes[mode]))
    g_settings_set_string (self->settings, SOTAY_SETTING_READER_ZOOM_MODE, sotay_reader_zoom_modes[mode]);
  if (mode == SOTAY_ZOOM_FREE && zoom != old_zoom)
    g_settings_set_double (self->settings, SOTAY_SETTING_READER_ZOOM, zoom);
}

/* The place goes to the copy, the zoom to the settings. */
void
sotay_reader_view_remember (SotayReaderView *self)
{
  SotayPlace place;

  g_clear_handle_id (&self->remember_timeout, g_source_remove);
  if (self->document == NULL)
    return;
  place = sotay_reader_view_get_place (self);
  sotay_reading_set_place (self->reading, place.index, place.y);
  remember_zoom (self);
}

static gboolean
remember_cb (gpointer data)
{
  SotayReaderView *self = data;

  self->remember_timeout = 0;
  sotay_reader_view_remember (self);
  return G_SOURCE_REMOVE;
}

void
sotay_reader_view_plan_to_remember (SotayReaderView *self)
{
  if (self->remember_timeout == 0 && self->document != NULL)
    self->remember_timeout = g_timeout_add_seconds (SECONDS_BEFORE_REMEMBERING, remember_cb, self);
}

static void
show_failure (SotayReaderView *self, const GError *error)
{
  g_autofree char *reason = sotay_describe_error (error);
  g_autofree char *text = g_strdup_printf (_("The place and the bookmarks could not be kept. %s"), reason);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

static gboolean
show_spinner_cb (gpointer data)
{
  SotayReaderView *self = data;

  self->spinner_timeout = 0;
  gtk_stack_set_visible_child_name (self->stack, "opening");
  return G_SOURCE_REMOVE;
}

void
sotay_reader_view_close_document (SotayReaderView *self)
{
  sotay_reader_view_remember (self);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->reading);
  if (self->document == NULL)
    return;
  sotay_reader_search_close (self->search);
  sotay_reader_search_set_document (self->search, NULL);
  sotay_reader_sidebar_set_document (self->sidebar, NULL, NULL);
  sotay_page_canvas_set_document (self->canvas, NULL);
  g_clear_object (&self->document);
  g_clear_pointer (&self->history, sotay_page_history_free);
  self->history = sotay_page_history_new ();
  g_object_notify (G_OBJECT (self), "document");
}

static void
go_to_first_place (SotayReaderView *self)
{
  guint n_pages = sotay_document_get_n_pages (self->document);
  double y;
  guint index = sotay_reading_get_place (self->reading, &y);

  /* A manual that nobody has read yet goes on where the one before it was. */
  if (index == 0 && y == 0 && self->index_before > 0)
    index = (guint) self->index_before;
  if (self->wanted_index >= 0)
    {
      index = (guint) self->wanted_index;
      y = 0;
      self->wanted_index = -1;
    }
  sotay_page_canvas_go_to (self->canvas, MIN (index, n_pages - 1), y);
}

static void
show_document (SotayReaderView *self, SotayDocument *document)
{
  self->document = g_object_ref (document);
  g_signal_connect_object (self->reading, "failed", G_CALLBACK (show_failure), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "bookmarks-changed", G_CALLBACK (sotay_reader_view_update_actions), self,
                           G_CONNECT_SWAPPED);
  sotay_page_canvas_set_document (self->canvas, document);
  sotay_reader_toolbar_set_n_pages (self->toolbar, sotay_document_get_n_pages (document));
  go_to_first_place (self);
  sotay_reader_sidebar_set_document (self->sidebar, document, self->reading);
  sotay_reader_search_set_document (self->search, document);
  sotay_reader_view_show_index (self);
  gtk_stack_set_visible_child_name (self->stack, "reader");
  sotay_reader_view_take_focus (self);
  g_object_notify (G_OBJECT (self), "document");
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayReaderView) self = data;
  g_autoptr (GError) error = NULL;
  gboolean open = sotay_document_open_finish (SOTAY_DOCUMENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  g_clear_object (&self->opening);
  if (open)
    {
      show_document (self, SOTAY_DOCUMENT (source));
      return;
    }
  g_clear_object (&self->reading);
  sotay_notice_show_error (self->notice, error);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  g_signal_emit_by_name (self, "failed");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayReaderView) self = data;
  g_autoptr (SotayReading) reading = sotay_reading_open_finish (result, NULL);
  g_autoptr (SotayDocument) document = NULL;

  if (reading == NULL) /* cancelled */
    return;
  self->reading = g_steal_pointer (&reading);
  document = sotay_document_new (sotay_manual_copy_get_path (self->copy));
  sotay_document_open_async (document, self->opening, opened_cb, g_object_ref (self));
}

void
sotay_reader_view_open_document (SotayReaderView *self)
{
  sotay_reader_view_close_document (self);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  if (self->copy == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  self->opening = g_cancellable_new ();
  self->spinner_timeout = g_timeout_add (MILLISECONDS_BEFORE_SPINNER, show_spinner_cb, self);
  sotay_reading_open_async (self->copy, self->opening, read_cb, g_object_ref (self));
}
