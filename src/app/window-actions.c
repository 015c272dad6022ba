/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-actions.h"

#include "app/catalogue/catalogue-view.h"
#include "app/guide/guide-view.h"
#include "app/preferences-window.h"
#include "app/register/backups-window.h"
#include "app/register/register-view.h"
#include "app/reports/documents-window.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

typedef SotayStep *(*StepFinish) (SotayStore *store, GAsyncResult *result, GError **error);

static void
tell_step (SotayWindow *self, const char *format, SotayStep *step, GError *error)
{
  g_autofree char *what = step != NULL ? sotay_describe_step (step) : sotay_describe_error (error);
  g_autofree char *text = step != NULL ? g_strdup_printf (format, what) : g_strdup (what);

  sotay_window_show_toast (self, text, 0);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_store_undo_finish (SOTAY_STORE (source), result, &error);

  tell_step (self, _("Undone: %s"), step, error);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_store_redo_finish (SOTAY_STORE (source), result, &error);

  tell_step (self, _("Done again: %s"), step, error);
}

/* While someone types, Ctrl+Z belongs to the text and not to the register. */
static gboolean
is_typing (SotayWindow *self, const char *text_action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  gtk_widget_activate_action (focus, text_action, NULL);
  return TRUE;
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayWindow *self = SOTAY_WINDOW (widget);
  SotayStore *store = sotay_services_get_store (sotay_window_get_services (self));

  if (!is_typing (self, "text.undo"))
    sotay_store_undo_async (store, 0, NULL, undone_cb, g_object_ref (self));
}

/* The button of a toast takes back the step that the toast speaks of, and no other. */
static void
undo_step_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayWindow *self = SOTAY_WINDOW (widget);
  SotayStore *store = sotay_services_get_store (sotay_window_get_services (self));

  sotay_store_undo_async (store, g_variant_get_int64 (parameter), NULL, undone_cb, g_object_ref (self));
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayWindow *self = SOTAY_WINDOW (widget);
  SotayStore *store = sotay_services_get_store (sotay_window_get_services (self));

  if (!is_typing (self, "text.redo"))
    sotay_store_redo_async (store, NULL, redone_cb, g_object_ref (self));
}

static void
show_view_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sotay_window_show_view (SOTAY_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayWindow *self = SOTAY_WINDOW (widget);

  sotay_window_show_view (self, "catalogue");
  sotay_catalogue_view_show_page (SOTAY_CATALOGUE_VIEW (sotay_window_get_view (self)),
                                  g_variant_get_string (parameter, NULL));
}

/* From a utility to its page in the manual. */
static void
show_manual_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayWindow *self = SOTAY_WINDOW (widget);

  sotay_window_show_view (self, "guide");
  sotay_guide_view_show_utility (SOTAY_GUIDE_VIEW (sotay_window_get_view (self)),
                                 g_variant_get_string (parameter, NULL));
}

/* From a finding of a report to the person or the session that it is about. */
static void
show_training_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayWindow *self = SOTAY_WINDOW (widget);
  const char *tab, *unit_id, *id;

  g_variant_get (parameter, "(&s&s&s)", &tab, &unit_id, &id);
  sotay_window_show_view (self, "register");
  sotay_register_view_show_part (SOTAY_REGISTER_VIEW (sotay_window_get_view (self)), tab,
                                 *unit_id != '\0' ? unit_id : NULL, *id != '\0' ? id : NULL);
}

static void
show_document_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayServices *services = sotay_window_get_services (SOTAY_WINDOW (widget));
  GtkWidget *window = sotay_documents_window_new (GTK_WINDOW (widget), services);
  SotayReportKind kind = SOTAY_REPORT_PARTICIPANTS;
  const char *word, *id;

  g_variant_get (parameter, "(&s&s)", &word, &id);
  sotay_report_kind_from_string (word, &kind);
  sotay_documents_window_show (SOTAY_DOCUMENTS_WINDOW (window), kind, id);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_setting_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayPreferencesWindow *preferences = sotay_preferences_window_new (sotay_window_get_services (SOTAY_WINDOW (widget)),
                                                                      GTK_WINDOW (widget));

  gtk_window_present (GTK_WINDOW (preferences));
  sotay_preferences_window_show_setting (preferences, g_variant_get_string (parameter, NULL));
}

static void
show_toast_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sotay_window_show_toast (SOTAY_WINDOW (widget), g_variant_get_string (parameter, NULL), 0);
}

static void
show_undo_toast_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *text;
  gint64 step;

  g_variant_get (parameter, "(&sx)", &text, &step);
  sotay_window_show_toast (SOTAY_WINDOW (widget), text, step);
}

static void
search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sotay_view_search (sotay_window_get_view (SOTAY_WINDOW (widget)));
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sotay_view_print (sotay_window_get_view (SOTAY_WINDOW (widget)));
}

static void
show_backups_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayBackups *backups = sotay_services_get_backups (sotay_window_get_services (SOTAY_WINDOW (widget)));

  gtk_window_present (GTK_WINDOW (sotay_backups_window_new (GTK_WINDOW (widget), backups)));
}

static void
present_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sotay_show_starter_start (sotay_window_get_starter (SOTAY_WINDOW (widget)), g_variant_get_string (parameter, NULL));
}

static void
prepare_presentation_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sotay_show_starter_prepare (sotay_window_get_starter (SOTAY_WINDOW (widget)));
}

static void
toggle_fullscreen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
go_back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (sotay_view_go_back (sotay_window_get_view (SOTAY_WINDOW (widget))))
    return;
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
}

void
sotay_window_install_actions (SotayWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-step", "x", undo_step_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.show-view", "s", show_view_cb);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (widget_class, "win.show-manual", "s", show_manual_cb);
  gtk_widget_class_install_action (widget_class, "win.show-training", "(sss)", show_training_cb);
  gtk_widget_class_install_action (widget_class, "win.show-document", "(ss)", show_document_cb);
  gtk_widget_class_install_action (widget_class, "win.show-setting", "s", show_setting_cb);
  gtk_widget_class_install_action (widget_class, "win.show-toast", "s", show_toast_cb);
  gtk_widget_class_install_action (widget_class, "win.show-undo-toast", "(sx)", show_undo_toast_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "win.show-backups", NULL, show_backups_cb);
  gtk_widget_class_install_action (widget_class, "win.present", "s", present_cb);
  gtk_widget_class_install_action (widget_class, "win.prepare-presentation", NULL, prepare_presentation_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-fullscreen", NULL, toggle_fullscreen_cb);
  gtk_widget_class_install_action (widget_class, "win.go-back", NULL, go_back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.go-back", NULL);
}
