/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/record-dialog.h"

#include "app/register/step-actions.h"
#include "register/edit-records.h"
#include "register/register-error.h"

#include <glib/gi18n-lib.h>

struct _SotayRecordDialog
{
  AdwWindow parent_instance;

  SotayNotice *notice;
  GtkButton *save_button;
  AdwPreferencesPage *page;

  SotayStore *store;
  SotayRecord *before;
  SotayRecord *draft;
  GPtrArray *rows;
  GArray *fields; /* of SotayFormField, one for each row */
  gboolean saving;
};

typedef struct
{
  SotayRecord *before; /* NULL: a new one */
  SotayRecord *after;
} Saving;

G_DEFINE_FINAL_TYPE (SotayRecordDialog, sotay_record_dialog, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const SotayFormField *
get_field (SotayRecordDialog *self, guint place)
{
  return &g_array_index (self->fields, SotayFormField, place);
}

static SotayRecord *
read_record (SotayRecordDialog *self)
{
  g_autoptr (SotayRecord) record = g_object_ref (self->draft);
  GtkWidget *first_problem = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *value = NULL;
      SotayRecord *changed;

      if (!sotay_form_row_read (self->rows->pdata[i], &value))
        {
          first_problem = first_problem != NULL ? first_problem : self->rows->pdata[i];
          continue;
        }
      changed = sotay_record_with (record, get_field (self, i)->field, value);
      g_object_unref (record);
      record = changed;
    }
  if (first_problem == NULL)
    return g_steal_pointer (&record);
  gtk_widget_grab_focus (first_problem);
  return NULL;
}

static void
show_rule (SotayRecordDialog *self, const GError *error)
{
  const SotayRecordShape *shape = sotay_record_shape (sotay_record_get_kind (self->draft));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const SotayFormField *field = get_field (self, i);

      if (!g_str_equal (shape->fields[field->field], error->message))
        continue;
      sotay_form_row_set_problem (self->rows->pdata[i], field->problem != NULL ? field->problem
                                                                               : _("this cannot be used"));
      gtk_widget_grab_focus (self->rows->pdata[i]);
      return;
    }
  sotay_notice_show_error (self->notice, error);
}

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->before);
  g_object_unref (saving->after);
  g_free (saving);
}

static SotayStep *
change_session (SotayStore *store, const Saving *saving, GCancellable *cancellable, GError **error)
{
  const char *ids[] = { sotay_record_get_id (saving->before), NULL };
  g_autoptr (GPtrArray) attendance = sotay_store_list_records (store, SOTAY_RECORD_ATTENDANCE,
                                                               SOTAY_ATTENDANCE_SESSION_ID, ids, cancellable, error);

  return attendance != NULL ? sotay_edit_change_session (saving->before, saving->after, attendance, error) : NULL;
}

static SotayStep *
make_save (SotayStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Saving *saving = data;

  if (saving->before == NULL)
    return sotay_edit_add_record (saving->after, error);
  if (sotay_record_get_kind (saving->before) == SOTAY_RECORD_SESSION)
    return change_session (store, saving, cancellable, error);
  return sotay_edit_change_record (saving->before, saving->after, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayRecordDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_do_step_finish (result, &error);

  self->saving = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
  if (g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID))
    show_rule (self, error);
  else
    sotay_notice_show_error (self->notice, error);
  if (step == NULL)
    return;
  if (sotay_step_get_changes (step)->len > 0)
    {
      sotay_tell_step (GTK_WIDGET (self), step);
      g_signal_emit (self, signals[SAVED], 0, sotay_record_get_id (self->draft));
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (SotayRecordDialog *self)
{
  g_autoptr (SotayRecord) after = NULL;
  Saving *saving;

  if (self->saving)
    return;
  sotay_notice_show_error (self->notice, NULL);
  after = read_record (self);
  if (after == NULL)
    return;
  saving = g_new0 (Saving, 1);
  g_set_object (&saving->before, self->before);
  saving->after = g_steal_pointer (&after);
  self->saving = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  sotay_do_step_async (self->store, make_save, saving, saving_free, NULL, saved_cb, g_object_ref (self));
}

static void
sotay_record_dialog_dispose (GObject *object)
{
  SotayRecordDialog *self = SOTAY_RECORD_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_object (&self->before);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  G_OBJECT_CLASS (sotay_record_dialog_parent_class)->dispose (object);
}

static void
sotay_record_dialog_class_init (SotayRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_record_dialog_dispose;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayRecordDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayRecordDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SotayRecordDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sotay_record_dialog_init (SotayRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->fields = g_array_new (FALSE, FALSE, sizeof (SotayFormField));
}

static void
add_rows (SotayRecordDialog *self, const SotayFormField *fields, guint n_fields, SotayUnitNames *names,
          SotayCatalogue *catalogue)
{
  AdwPreferencesGroup *group = NULL;

  g_array_append_vals (self->fields, fields, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      GtkWidget *row = sotay_form_row_new (&fields[i], sotay_record_get (self->draft, fields[i].field), names,
                                           catalogue);

      if (group == NULL || fields[i].group != NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, fields[i].group != NULL ? fields[i].group : "");
          adw_preferences_page_add (self->page, group);
        }
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->rows, row);
    }
}

GtkWidget *
sotay_record_dialog_new (GtkWindow *parent, SotayStore *store, SotayUnitNames *names, SotayCatalogue *catalogue,
                         const char *title, SotayRecord *before, SotayRecord *draft, const SotayFormField *fields,
                         guint n_fields)
{
  SotayRecordDialog *self = g_object_new (SOTAY_TYPE_RECORD_DIALOG, "transient-for", parent, "title", title, NULL);

  g_set_object (&self->store, store);
  g_set_object (&self->before, before);
  g_set_object (&self->draft, draft);
  add_rows (self, fields, n_fields, names, catalogue);
  gtk_widget_grab_focus (self->rows->pdata[0]);
  return GTK_WIDGET (self);
}
