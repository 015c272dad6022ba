/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/backups-window.h"

#include "app/register/backup-row.h"
#include "app/widgets/notice.h"
#include "app/widgets/undo-toast.h"
#include "app/widgets/work-box.h"
#include "core/numbers.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

struct _SotayBackupsWindow
{
  AdwWindow parent_instance;

  SotayBackups *backups;
  GPtrArray *shown;      /* newest first */
  GCancellable *closed;  /* cancelled when nobody looks any more */

  GtkWidget *make_button;
  GtkStack *stack;
  GtkListBox *list;
  SotayNotice *notice;
  SotayWorkBox *work_box;
  SotayWorkBox *told; /* the same, held as long as the other thread tells it how far it is */
};

/* The register as it is now, looked at beside a backup. */
typedef struct
{
  SotayBackup *backup;
  SotayContents *now;  /* NULL: it cannot be read */
  gint64 n_since;      /* changes made since the backup; -1: its newest change is not in the register's log */
} Look;

G_DEFINE_FINAL_TYPE (SotayBackupsWindow, sotay_backups_window, ADW_TYPE_WINDOW)

static void refresh (SotayBackupsWindow *self);

static void
show (SotayBackupsWindow *self, GPtrArray *all)
{
  GtkListBoxRow *row;

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_ref (all);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < all->len; i++)
    gtk_list_box_append (self->list, sotay_backup_row_new (all->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, all->len > 0 ? "list" : "empty");
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayBackupsWindow) self = data;
  g_autoptr (GPtrArray) all = sotay_backups_list_finish (SOTAY_BACKUPS (source), result, NULL);

  if (all != NULL && !g_cancellable_is_cancelled (self->closed))
    show (self, all);
}

static void
refresh (SotayBackupsWindow *self)
{
  sotay_backups_list_async (self->backups, self->closed, listed_cb, g_object_ref (self));
}

static void
set_idle (SotayBackupsWindow *self)
{
  gtk_widget_set_sensitive (self->make_button, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
  sotay_work_box_stop (self->work_box);
}

/* Returns what the work is cancelled by. */
static GCancellable *
set_busy (SotayBackupsWindow *self, const char *what)
{
  gtk_widget_set_sensitive (self->make_button, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  self->told = g_object_ref (self->work_box);
  return sotay_work_box_start (self->work_box, what);
}

/* What the person cancelled needs no word. */
static void
tell_failure (SotayBackupsWindow *self, const GError *error)
{
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  sotay_notice_show_error (self->notice, cancelled ? NULL : error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayBackupsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayBackup) made = sotay_backups_make_finish (SOTAY_BACKUPS (source), result, &error);

  g_clear_object (&self->told);
  if (g_cancellable_is_cancelled (self->closed))
    return;
  set_idle (self);
  tell_failure (self, error);
  if (made != NULL)
    refresh (self);
}

static void
make_cb (SotayBackupsWindow *self)
{
  GCancellable *cancellable = set_busy (self, _("Making a backup of the register…"));

  sotay_backups_make_async (self->backups, SOTAY_BACKUP_BY_HAND, sotay_work_box_get_advance (self->told),
                            cancellable, made_cb, g_object_ref (self));
}

static void start_restoring (SotayBackupsWindow *self, const char *id);

static void
take_back_cb (GtkWidget *widget, GVariant *target)
{
  start_restoring (SOTAY_BACKUPS_WINDOW (gtk_widget_get_root (widget)), g_variant_get_string (target, NULL));
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayBackupsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayBackup) before = sotay_backups_restore_finish (SOTAY_BACKUPS (source), result, &error);

  g_clear_object (&self->told);
  if (g_cancellable_is_cancelled (self->closed))
    return;
  set_idle (self);
  tell_failure (self, error);
  if (before == NULL)
    return;
  refresh (self);
  /* A damaged register is kept, but nobody wants it back. */
  if (sotay_backup_get_cause (before) == SOTAY_BACKUP_DAMAGED)
    gtk_widget_activate_action (GTK_WIDGET (self), "backups.close", NULL);
  else
    sotay_undo_toast_show (GTK_WIDGET (self->list), _("The backup has been put back"), take_back_cb,
                           g_variant_new_string (sotay_backup_get_id (before)));
}

static void
start_restoring (SotayBackupsWindow *self, const char *id)
{
  GCancellable *cancellable;

  if (sotay_work_box_is_busy (self->work_box))
    return;
  cancellable = set_busy (self, _("Putting the backup back…"));
  sotay_backups_restore_async (self->backups, id, sotay_work_box_get_advance (self->told), cancellable,
                               restored_cb, g_object_ref (self));
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, SotayBackupsWindow *self)
{
  if (g_str_equal (response, "restore"))
    start_restoring (self, g_object_get_data (G_OBJECT (dialog), "id"));
}

/* What is lost with the changes made since, or an empty text. */
static char *
describe_loss (const Look *look)
{
  g_autofree char *count = NULL;
  g_autofree char *newest = NULL;

  if (look->now == NULL || look->now->last_step == NULL || look->n_since == 0)
    return g_strdup ("");
  newest = sotay_describe_step (look->now->last_step);
  if (look->n_since < 0)
    return g_strdup_printf (_("Newest change in the register now: %s\n\n"), newest);
  count = sotay_number_format (look->n_since);
  return g_strdup_printf (_("Changes made since then, which will be gone: %s. The newest: %s\n\n"), count, newest);
}

static void
compare (SotayBackupsWindow *self, const Look *look)
{
  g_autofree char *time = sotay_backup_row_format_time (look->backup);
  g_autofree char *then_text = sotay_backup_row_describe (sotay_backup_get_contents (look->backup));
  g_autofree char *now_text = look->now != NULL ? sotay_backup_row_describe (look->now)
                                                : g_strdup (_("cannot be read"));
  g_autofree char *loss = describe_loss (look);
  g_autofree char *heading = g_strdup_printf (_("Restore the Backup of %s?"), time);
  /* Translators: the third is a paragraph of its own, or empty */
  g_autofree char *body = g_strdup_printf (_("The register now:\n%s\n\nIn the backup:\n%s\n\n%sThe register as it is now is kept as another backup, so this can be undone."),
                                           now_text, then_text, loss);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "restore", _("_Restore"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "restore");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "id", g_strdup (sotay_backup_get_id (look->backup)), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->backup);
  g_clear_pointer (&look->now, sotay_contents_free);
  g_free (look);
}

/* The numbers alone do not tell: what followed an earlier restore may have taken the same ones. */
static gint64
count_since (SotayStore *store, SotayStep *then, SotayStep *now, GCancellable *cancellable)
{
  g_autoptr (SotayStep) same = then != NULL
                                   ? sotay_store_get_step (store, sotay_step_get_number (then), 1, cancellable, NULL)
                                   : NULL;

  if (then == NULL)
    return sotay_step_get_number (now);
  if (same == NULL || sotay_step_get_time (same) != sotay_step_get_time (then))
    return -1;
  return sotay_step_get_number (now) - sotay_step_get_number (then);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SotayStore *store = source;
  Look *look = data;

  look->now = sotay_store_look_inside (store, NULL, SOTAY_LOOK_CONTENTS, cancellable, NULL);
  if (look->now != NULL && look->now->last_step != NULL)
    look->n_since = count_since (store, sotay_backup_get_contents (look->backup)->last_step, look->now->last_step,
                                 cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayBackupsWindow) self = data;

  if (!g_cancellable_is_cancelled (self->closed))
    compare (self, g_task_get_task_data (G_TASK (result)));
}

static SotayBackup *
find (SotayBackupsWindow *self, const char *id)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (g_str_equal (sotay_backup_get_id (self->shown->pdata[i]), id))
      return self->shown->pdata[i];
  return NULL;
}

static void
restore_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayBackupsWindow *self = SOTAY_BACKUPS_WINDOW (widget);
  SotayBackup *backup = find (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GTask) task = NULL;
  Look *look;

  if (backup == NULL)
    return;
  look = g_new0 (Look, 1);
  look->backup = g_object_ref (backup);
  /* The thread must not be the last to hold the window: the answer does, in the main thread. */
  task = g_task_new (sotay_backups_get_store (self->backups), self->closed, looked_cb, g_object_ref (self));
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* A copy that is being made is given up; one that is being put back is, too, and the register is as it was. */
static gboolean
sotay_backups_window_close_request (GtkWindow *window)
{
  SotayBackupsWindow *self = SOTAY_BACKUPS_WINDOW (window);

  g_cancellable_cancel (self->closed);
  return GTK_WINDOW_CLASS (sotay_backups_window_parent_class)->close_request (window);
}

static void
sotay_backups_window_finalize (GObject *object)
{
  SotayBackupsWindow *self = SOTAY_BACKUPS_WINDOW (object);

  g_clear_object (&self->backups);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_object_unref (self->closed);
  G_OBJECT_CLASS (sotay_backups_window_parent_class)->finalize (object);
}

static void
sotay_backups_window_class_init (SotayBackupsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sotay_backups_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sotay_backups_window_close_request;
  g_type_ensure (SOTAY_TYPE_NOTICE);
  g_type_ensure (SOTAY_TYPE_WORK_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/backups-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayBackupsWindow, make_button);
  gtk_widget_class_bind_template_child (widget_class, SotayBackupsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayBackupsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SotayBackupsWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayBackupsWindow, work_box);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_install_action (widget_class, "backups.restore", "s", restore_cb);
  gtk_widget_class_install_action (widget_class, "backups.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "backups.close", NULL);
}

static void
sotay_backups_window_init (SotayBackupsWindow *self)
{
  self->closed = g_cancellable_new ();
  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sotay_backups_window_new (GtkWindow *parent, SotayBackups *backups)
{
  SotayBackupsWindow *self = g_object_new (SOTAY_TYPE_BACKUPS_WINDOW, "transient-for", parent, NULL);

  self->backups = g_object_ref (backups);
  refresh (self);
  return GTK_WIDGET (self);
}
