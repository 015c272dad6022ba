/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/document-preferences.h"

#include "core/paths.h"
#include "reports/template.h"
#include "services/messages.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

struct _SotayDocumentPreferences
{
  AdwPreferencesPage parent_instance;

  SotayServices *services;

  GtkWidget *parent_unit_name_row;
  GtkWidget *unit_name_row;
  GtkWidget *symbol_row;
  GtkWidget *place_row;
  GtkWidget *addressees_row;
  GtkWidget *recipients_row;
  GtkWidget *authority_row;
  GtkWidget *role_row;
  GtkWidget *signer_row;
  GtkWidget *maker_row;
  AdwComboRow *template_row;
  AdwActionRow *folder_row;
};

G_DEFINE_FINAL_TYPE (SotayDocumentPreferences, sotay_document_preferences, ADW_TYPE_PREFERENCES_PAGE)

/* Settings that hold several lines are one line here, with semicolons. */
static gboolean
get_lines (GValue *value, GVariant *variant, gpointer unused)
{
  g_autofree const char **lines = g_variant_get_strv (variant, NULL);

  g_value_take_string (value, g_strjoinv ("; ", (char **) lines));
  return TRUE;
}

static GVariant *
set_lines (const GValue *value, const GVariantType *type, gpointer unused)
{
  g_auto (GStrv) pieces = g_strsplit (g_value_get_string (value), ";", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*g_strstrip (pieces[i]) != '\0')
      g_strv_builder_add (builder, pieces[i]);
  lines = g_strv_builder_end (builder);
  return g_variant_new_strv ((const char *const *) lines, -1);
}

static void
bind_text (SotayDocumentPreferences *self, const char *key, GtkWidget *row)
{
  g_settings_bind (sotay_services_get_settings (self->services), key, row, "text", G_SETTINGS_BIND_DEFAULT);
}

/* What is typed is not written over by what was made of it: the row is filled once. */
static void
bind_lines (SotayDocumentPreferences *self, const char *key, GtkWidget *row)
{
  g_settings_bind_with_mapping (sotay_services_get_settings (self->services), key, row, "text",
                                G_SETTINGS_BIND_GET | G_SETTINGS_BIND_SET | G_SETTINGS_BIND_GET_NO_CHANGES, get_lines,
                                set_lines, NULL, NULL);
}

static void
show_folder (SotayDocumentPreferences *self)
{
  g_autofree char *folder = sotay_services_find_templates (self->services);

  adw_action_row_set_subtitle (self->folder_row, folder);
}

void
sotay_document_preferences_set_services (SotayDocumentPreferences *self, SotayServices *services)
{
  g_set_object (&self->services, services);
  bind_text (self, SOTAY_SETTING_PARENT_UNIT_NAME, self->parent_unit_name_row);
  bind_text (self, SOTAY_SETTING_UNIT_NAME, self->unit_name_row);
  bind_text (self, SOTAY_SETTING_REPORT_SYMBOL, self->symbol_row);
  bind_text (self, SOTAY_SETTING_REPORT_PLACE, self->place_row);
  bind_text (self, SOTAY_SETTING_REPORT_ROLE, self->role_row);
  bind_text (self, SOTAY_SETTING_REPORT_SIGNER, self->signer_row);
  bind_text (self, SOTAY_SETTING_REPORT_MAKER, self->maker_row);
  bind_lines (self, SOTAY_SETTING_REPORT_ADDRESSEES, self->addressees_row);
  bind_lines (self, SOTAY_SETTING_REPORT_RECIPIENTS, self->recipients_row);
  bind_lines (self, SOTAY_SETTING_REPORT_AUTHORITY, self->authority_row);
  show_folder (self);
}

void
sotay_document_preferences_show (SotayDocumentPreferences *self, const char *key)
{
  const struct
  {
    const char *key;
    GtkWidget *row;
  } rows[] = {
    { SOTAY_SETTING_PARENT_UNIT_NAME, self->parent_unit_name_row },
    { SOTAY_SETTING_UNIT_NAME, self->unit_name_row },
    { SOTAY_SETTING_REPORT_SYMBOL, self->symbol_row },
    { SOTAY_SETTING_REPORT_PLACE, self->place_row },
    { SOTAY_SETTING_REPORT_ADDRESSEES, self->addressees_row },
    { SOTAY_SETTING_REPORT_RECIPIENTS, self->recipients_row },
    { SOTAY_SETTING_REPORT_AUTHORITY, self->authority_row },
    { SOTAY_SETTING_REPORT_ROLE, self->role_row },
    { SOTAY_SETTING_REPORT_SIGNER, self->signer_row },
    { SOTAY_SETTING_REPORT_MAKER, self->maker_row },
    { "templates", GTK_WIDGET (self->template_row) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].key, key))
      gtk_widget_grab_focus (rows[i].row);
}

static void
tell (SotayDocumentPreferences *self, const char *text)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_WINDOW);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  if (window != NULL)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), adw_toast_new (markup));
}

static gboolean
open_folder (SotayDocumentPreferences *self)
{
  g_autofree char *folder = sotay_services_find_templates (self->services);
  g_autofree char *uri = NULL;
  g_autoptr (GError) error = NULL;

  if (!sotay_paths_make_private (folder, &error))
    {
      tell (self, error->message);
      return FALSE;
    }
  uri = g_filename_to_uri (folder, NULL, NULL);
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
  return TRUE;
}

static void
open_folder_cb (SotayDocumentPreferences *self)
{
  open_folder (self);
}

/* A template that the unit wrote itself is never written over. */
static gboolean
put_template (SotayDocumentPreferences *self, SotayReportKind kind, GError **error)
{
  g_autofree char *folder = sotay_services_find_templates (self->services);
  g_autofree char *path = g_build_filename (folder, sotay_template_get_file_name (kind), NULL);
  g_autoptr (GBytes) text = sotay_template_get_built_in (kind);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = NULL;

  if (!sotay_paths_make_private (folder, error))
    return FALSE;
  stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error);
  return stream != NULL
         && g_output_stream_write_all (G_OUTPUT_STREAM (stream), g_bytes_get_data (text, NULL),
                                       g_bytes_get_size (text), NULL, NULL, error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

static void
copy_template_cb (SotayDocumentPreferences *self)
{
  SotayReportKind kind = adw_combo_row_get_selected (self->template_row);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (put_template (self, kind, &error))
    text = g_strdup_printf (_("%s is in the folder: change it with any text editor"),
                            sotay_template_get_file_name (kind));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    text = g_strdup_printf (_("%s was in the folder already, and is as you left it"),
                            sotay_template_get_file_name (kind));
  else
    text = sotay_describe_error (error);
  tell (self, text);
  open_folder (self);
}

static void
sotay_document_preferences_dispose (GObject *object)
{
  g_clear_object (&SOTAY_DOCUMENT_PREFERENCES (object)->services);
  G_OBJECT_CLASS (sotay_document_preferences_parent_class)->dispose (object);
}

static void
sotay_document_preferences_class_init (SotayDocumentPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_document_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/reports/document-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentPreferences, parent_unit_name_row);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentPreferences, unit_name_row);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentPreferences, symbol_row);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentPreferences, place_row);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentPreferences, addressees_row);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentPreferences, recipients_row);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentPreferences, authority_row);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentPreferences, role_row);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentPreferences, signer_row);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentPreferences, maker_row);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentPreferences, template_row);
  gtk_widget_class_bind_template_child (widget_class, SotayDocumentPreferences, folder_row);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_template_cb);
}

static void
sotay_document_preferences_init (SotayDocumentPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
