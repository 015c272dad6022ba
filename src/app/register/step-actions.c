/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/step-actions.h"

#include "services/messages.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *widget;
  SotayStep *step;
  SotayNotice *notice;
} Applying;

static void
applying_free (Applying *applying)
{
  g_object_unref (applying->widget);
  g_object_unref (applying->step);
  g_object_unref (applying->notice);
  g_free (applying);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Applying, applying_free)

typedef struct
{
  SotayMakeStep make;
  gpointer data;
  GDestroyNotify free_data;
} Making;

static void
making_free (Making *making)
{
  making->free_data (making->data);
  g_free (making);
}

static void
do_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  GError *error = NULL;
  g_autoptr (SotayStep) step = making->make (store, making->data, cancellable, &error);

  if (step != NULL && sotay_store_apply (store, step, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&step), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Applying) applying = data;
  g_autoptr (GError) error = NULL;

  if (sotay_store_apply_finish (SOTAY_STORE (source), result, &error))
    sotay_tell_step (applying->widget, applying->step);
  sotay_notice_show_error (applying->notice, error);
}

static void
tell (GtkWidget *widget, const char *action, GVariant *what)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  while (GTK_IS_WINDOW (root) && gtk_window_get_transient_for (GTK_WINDOW (root)) != NULL)
    root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
  g_variant_ref_sink (what);
  if (root != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (root), action, what);
  g_variant_unref (what);
}

void
sotay_tell_step (GtkWidget *widget, SotayStep *step)
{
  g_autofree char *text = NULL;

  if (sotay_step_is_empty (step))
    {
      tell (widget, "win.show-toast", g_variant_new_string (_("There was nothing to change")));
      return;
    }
  text = sotay_describe_step (step);
  tell (widget, "win.show-undo-toast", g_variant_new ("(sx)", text, sotay_step_get_number (step)));
}

void
sotay_apply_step (GtkWidget *widget, SotayStore *store, SotayStep *step, SotayNotice *notice)
{
  Applying *applying = g_new0 (Applying, 1);

  applying->widget = g_object_ref (widget);
  applying->step = g_object_ref (step);
  applying->notice = g_object_ref (notice);
  sotay_store_apply_async (store, step, NULL, applied_cb, applying);
}

void
sotay_do_step_async (SotayStore *store, SotayMakeStep make, gpointer data, GDestroyNotify free_data,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Making *making = g_new0 (Making, 1);

  making->make = make;
  making->data = data;
  making->free_data = free_data;
  g_task_set_source_tag (task, sotay_do_step_async);
  g_task_set_task_data (task, making, (GDestroyNotify) making_free);
  /* What was done just before it was cancelled was done. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, do_in_thread);
}

SotayStep *
sotay_do_step_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
