/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/transfer-box.h"

#include "core/numbers.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

struct _SotayTransferBox
{
  AdwBin parent_instance;

  GtkLabel *what;
  GtkLabel *figures;
  GtkSpinner *spinner;
  GtkProgressBar *bar;
};

enum
{
  SIGNAL_CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayTransferBox, sotay_transfer_box, ADW_TYPE_BIN)

static char *
describe_time (gint64 seconds)
{
  int minutes = (int) MIN ((seconds + 59) / 60, 9999);

  if (seconds < 60)
    return g_strdup_printf (ngettext ("%d second left", "%d seconds left", (gulong) seconds), (int) seconds);
  return g_strdup_printf (ngettext ("%d minute left", "%d minutes left", (gulong) minutes), minutes);
}

static char *
describe_bytes (const SotayGuideProgress *progress)
{
  g_autofree char *got = sotay_size_format (progress->bytes);
  g_autofree char *all = sotay_size_format (MAX (progress->total, 0));
  g_autofree char *speed = sotay_size_format (progress->bytes_per_second);
  GString *text = g_string_new (NULL);

  if (progress->total >= 0)
    g_string_append_printf (text, _("%s of %s"), got, all);
  else
    g_string_append (text, got);
  g_string_append_printf (text, " · %s/s", speed);
  if (progress->seconds_left >= 0)
    {
      g_autofree char *left = describe_time (progress->seconds_left);

      g_string_append_printf (text, " · %s", left);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_progress (const SotayGuideProgress *progress)
{
  switch (progress->stage)
    {
    case SOTAY_GUIDE_STAGE_CONNECTING:
      return g_strdup (_("Connecting…"));
    case SOTAY_GUIDE_STAGE_WAITING:
      return sotay_describe_pause (progress->reason, progress->pause_seconds);
    case SOTAY_GUIDE_STAGE_CHECKING:
      return g_strdup (_("Checking…"));
    default:
      return describe_bytes (progress);
    }
}

static void
cancel_cb (SotayTransferBox *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static void
sotay_transfer_box_class_init (SotayTransferBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CANCELLED]
      = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/transfer-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayTransferBox, what);
  gtk_widget_class_bind_template_child (widget_class, SotayTransferBox, figures);
  gtk_widget_class_bind_template_child (widget_class, SotayTransferBox, spinner);
  gtk_widget_class_bind_template_child (widget_class, SotayTransferBox, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
sotay_transfer_box_init (SotayTransferBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_transfer_box_start (SotayTransferBox *self, const char *what)
{
  gtk_label_set_label (self->what, what);
  gtk_widget_hide (GTK_WIDGET (self->figures));
  gtk_widget_hide (GTK_WIDGET (self->bar));
  gtk_spinner_start (self->spinner);
  gtk_widget_show (GTK_WIDGET (self));
}

void
sotay_transfer_box_set_progress (SotayTransferBox *self, const SotayGuideProgress *progress)
{
  g_autofree char *text = describe_progress (progress);

  gtk_label_set_label (self->figures, text);
  gtk_widget_show (GTK_WIDGET (self->figures));
  if (progress->total <= 0)
    return;
  gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) progress->bytes / (double) progress->total, 0, 1));
  gtk_widget_show (GTK_WIDGET (self->bar));
}

void
sotay_transfer_box_stop (SotayTransferBox *self)
{
  gtk_spinner_stop (self->spinner);
  gtk_widget_hide (GTK_WIDGET (self));
}
