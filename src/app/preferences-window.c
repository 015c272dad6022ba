/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/preferences-window.h"

#include "app/guide/address-row.h"
#include "app/reports/document-preferences.h"
#include "core/dates.h"
#include "core/paths.h"
#include "services/messages.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

struct _SotayPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  SotayServices *services;

  AdwComboRow *language_row;
  AdwComboRow *colour_scheme_row;
  GtkSpinButton *text_scale_spin;
  GtkSwitch *use_gl_switch;
  SotayAddressRow *address_row;
  AdwActionRow *content_row;
  GtkWidget *builtin_button;
  AdwActionRow *data_row;
  SotayDocumentPreferences *documents;
};

G_DEFINE_FINAL_TYPE (SotayPreferencesWindow, sotay_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* The values of the schema, in the order of the rows' choices. */
static const char *const languages[] = { "vi", "en", "system", NULL };
static const char *const colour_schemes[] = { "system", "light", "dark", NULL };

static gboolean
get_choice (GValue *value, GVariant *variant, gpointer values)
{
  const char *chosen = g_variant_get_string (variant, NULL);
  const char *const *all = values;

  for (guint i = 0; all[i] != NULL; i++)
    if (g_str_equal (all[i], chosen))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_choice (const GValue *value, const GVariantType *type, gpointer values)
{
  const char *const *all = values;
  guint chosen = g_value_get_uint (value);

  return chosen < g_strv_length ((char **) all) ? g_variant_new_string (all[chosen]) : NULL;
}

static void
tell (SotayPreferencesWindow *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (markup));
}

static void
language_selected_cb (SotayPreferencesWindow *self)
{
  tell (self, _("The language changes at the next start."));
}

static void
use_gl_toggled_cb (SotayPreferencesWindow *self)
{
  tell (self, _("Drawing changes at the next start."));
}

static void
show_content (SotayPreferencesWindow *self)
{
  GSettings *settings = sotay_services_get_settings (self->services);
  g_autofree char *folder = g_settings_get_string (settings, SOTAY_SETTING_CONTENT_FOLDER);
  const GError *problem = sotay_services_get_content_problem (self->services);
  SotayCatalogue *catalogue = sotay_services_get_catalogue (self->services);
  g_autofree char *edition = sotay_date_format_iso (sotay_catalogue_get_edition (catalogue));
  g_autofree char *subtitle = NULL;

  if (problem != NULL)
    subtitle = sotay_describe_error (problem);
  else if (*folder == '\0')
    subtitle = g_strdup_printf (_("Built-in content of %s"), edition);
  else
    subtitle = g_strdup_printf (_("Content of %s from %s"), edition, folder);
  adw_action_row_set_subtitle (self->content_row, subtitle);
  gtk_widget_set_visible (self->builtin_button, *folder != '\0');
}

/* A folder is read before it is taken, so that a broken one never replaces one that works. */
static void
take_content_folder (SotayPreferencesWindow *self, GFile *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayCatalogue) catalogue = NULL;
  g_autofree char *message = NULL;

  catalogue = sotay_catalogue_load (folder, sotay_services_get_language (self->services), &error);
  if (catalogue == NULL)
    {
      message = sotay_describe_error (error);
      adw_action_row_set_subtitle (self->content_row, message);
      return;
    }
  g_settings_set_string (sotay_services_get_settings (self->services), SOTAY_SETTING_CONTENT_FOLDER,
                         g_file_peek_path (folder));
  adw_action_row_set_subtitle (self->content_row, _("The new content is shown from the next start."));
  gtk_widget_show (self->builtin_button);
}

static void
content_folder_chosen_cb (GtkNativeDialog *dialog, int response, SotayPreferencesWindow *self)
{
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (folder != NULL && g_file_peek_path (folder) != NULL)
    take_content_folder (self, folder);
  g_object_unref (dialog);
}

static void
choose_content_folder_cb (SotayPreferencesWindow *self)
{
  GtkFileChooserNative *dialog = NULL;

  dialog = gtk_file_chooser_native_new (_("Choose a content folder"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (content_folder_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
use_builtin_content_cb (SotayPreferencesWindow *self)
{
  g_settings_reset (sotay_services_get_settings (self->services), SOTAY_SETTING_CONTENT_FOLDER);
  adw_action_row_set_subtitle (self->content_row, _("The built-in content is shown from the next start."));
  gtk_widget_hide (self->builtin_button);
}

static void
open_data_folder_cb (SotayPreferencesWindow *self)
{
  g_autofree char *path = sotay_paths_data (NULL);
  g_autofree char *uri = NULL;
  g_autoptr (GError) error = NULL;

  if (!sotay_paths_make_private (path, &error))
    {
      tell (self, error->message);
      return;
    }
  uri = g_filename_to_uri (path, NULL, NULL);
  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
bind_settings (SotayPreferencesWindow *self)
{
  GSettings *settings = sotay_services_get_settings (self->services);
  g_autofree char *data = sotay_paths_data (NULL);

  g_settings_bind_with_mapping (settings, SOTAY_SETTING_LANGUAGE, self->language_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_choice, set_choice, (gpointer) languages, NULL);
  g_settings_bind_with_mapping (settings, SOTAY_SETTING_COLOUR_SCHEME, self->colour_scheme_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_choice, set_choice, (gpointer) colour_schemes, NULL);
  g_settings_bind (settings, SOTAY_SETTING_TEXT_SCALE, self->text_scale_spin, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, SOTAY_SETTING_USE_GL, self->use_gl_switch, "active", G_SETTINGS_BIND_DEFAULT);
  sotay_document_preferences_set_services (self->documents, self->services);
  sotay_address_row_set_settings (self->address_row, settings);
  adw_action_row_set_subtitle (self->data_row, data);
  g_signal_connect_object (self->language_row, "notify::selected", G_CALLBACK (language_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->use_gl_switch, "notify::active", G_CALLBACK (use_gl_toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
sotay_preferences_window_dispose (GObject *object)
{
  g_clear_object (&SOTAY_PREFERENCES_WINDOW (object)->services);
  G_OBJECT_CLASS (sotay_preferences_window_parent_class)->dispose (object);
}

static void
sotay_preferences_window_class_init (SotayPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_preferences_window_dispose;
  g_type_ensure (SOTAY_TYPE_ADDRESS_ROW);
  g_type_ensure (SOTAY_TYPE_DOCUMENT_PREFERENCES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayPreferencesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, SotayPreferencesWindow, colour_scheme_row);
  gtk_widget_class_bind_template_child (widget_class, SotayPreferencesWindow, text_scale_spin);
  gtk_widget_class_bind_template_child (widget_class, SotayPreferencesWindow, use_gl_switch);
  gtk_widget_class_bind_template_child (widget_class, SotayPreferencesWindow, address_row);
  gtk_widget_class_bind_template_child (widget_class, SotayPreferencesWindow, content_row);
  gtk_widget_class_bind_template_child (widget_class, SotayPreferencesWindow, builtin_button);
  gtk_widget_class_bind_template_child (widget_class, SotayPreferencesWindow, data_row);
  gtk_widget_class_bind_template_child (widget_class, SotayPreferencesWindow, documents);
  gtk_widget_class_bind_template_callback (widget_class, choose_content_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_builtin_content_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_data_folder_cb);
}

static void
sotay_preferences_window_init (SotayPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SotayPreferencesWindow *
sotay_preferences_window_new (SotayServices *services, GtkWindow *parent)
{
  SotayPreferencesWindow *self = g_object_new (SOTAY_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  self->services = g_object_ref (services);
  bind_settings (self);
  show_content (self);
  return self;
}

void
sotay_preferences_window_show_setting (SotayPreferencesWindow *self, const char *key)
{
  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (self->documents));
  sotay_document_preferences_show (self->documents, key);
}
