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
  g_autofree char *text = sotay_describe_step (step);

  tell (widget, "win.show-undo-toast", g_variant_new ("(sx)", text, sotay_step_get_number (step)));
}

void
sotay_apply_step (GtkWidget *widget, SotayStore *store, SotayStep *step, SotayNotice *notice)
{
  Applying *applying;

  if (sotay_step_get_changes (step)->len == 0)
    {
      tell (widget, "win.show-toast", g_variant_new_string (_("There was nothing to change")));
      return;
    }
  applying = g_new0 (Applying, 1);
  applying->widget = g_object_ref (widget);
  applying->step = g_object_ref (step);
  applying->notice = g_object_ref (notice);
  sotay_store_apply_async (store, step, NULL, applied_cb, applying);
}
