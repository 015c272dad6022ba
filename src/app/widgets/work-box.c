/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/work-box.h"

/* How often the bar is moved. */
#define MILLISECONDS 100

struct _SotayWorkBox
{
  AdwBin parent_instance;

  GtkLabel *what;
  GtkProgressBar *bar;
  GtkWidget *cancel_button;

  SotayAdvance advance;
  gint thousandths; /* atomic: written by the thread that works; -1 as long as it said nothing */
  GCancellable *cancellable;
  guint timer;
};

G_DEFINE_FINAL_TYPE (SotayWorkBox, sotay_work_box, ADW_TYPE_BIN)

static void
advance_cb (gint64 done, gint64 total, gpointer data)
{
  SotayWorkBox *self = data;

  g_atomic_int_set (&self->thousandths, total > 0 ? (gint) (done * 1000 / total) : -1);
}

static gboolean
show_cb (gpointer data)
{
  SotayWorkBox *self = data;
  gint thousandths = g_atomic_int_get (&self->thousandths);

  if (thousandths < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, thousandths / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
cancel_cb (SotayWorkBox *self)
{
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  g_cancellable_cancel (self->cancellable);
}

static void
sotay_work_box_dispose (GObject *object)
{
  SotayWorkBox *self = SOTAY_WORK_BOX (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  G_OBJECT_CLASS (sotay_work_box_parent_class)->dispose (object);
}

static void
sotay_work_box_class_init (SotayWorkBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_work_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/widgets/work-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayWorkBox, what);
  gtk_widget_class_bind_template_child (widget_class, SotayWorkBox, bar);
  gtk_widget_class_bind_template_child (widget_class, SotayWorkBox, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
sotay_work_box_init (SotayWorkBox *self)
{
  self->advance.func = advance_cb;
  self->advance.data = self;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GCancellable *
sotay_work_box_start (SotayWorkBox *self, const char *what)
{
  sotay_work_box_stop (self);
  self->cancellable = g_cancellable_new ();
  g_atomic_int_set (&self->thousandths, -1);
  gtk_label_set_text (self->what, what);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->timer = g_timeout_add (MILLISECONDS, show_cb, self);
  return self->cancellable;
}

const SotayAdvance *
sotay_work_box_get_advance (SotayWorkBox *self)
{
  return &self->advance;
}

void
sotay_work_box_stop (SotayWorkBox *self)
{
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
sotay_work_box_is_busy (SotayWorkBox *self)
{
  return self->cancellable != NULL;
}
