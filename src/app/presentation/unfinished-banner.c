/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/unfinished-banner.h"

#include "app/widgets/wrap.h"

struct _SotayUnfinishedBanner
{
  AdwBin parent_instance;

  GtkLabel *words;
};

enum
{
  SIGNAL_CONTINUE,
  SIGNAL_RECORD,
  SIGNAL_DISMISS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayUnfinishedBanner, sotay_unfinished_banner, ADW_TYPE_BIN)

static void
continue_cb (SotayUnfinishedBanner *self)
{
  g_signal_emit (self, signals[SIGNAL_CONTINUE], 0);
}

static void
record_cb (SotayUnfinishedBanner *self)
{
  g_signal_emit (self, signals[SIGNAL_RECORD], 0);
}

static void
dismiss_cb (SotayUnfinishedBanner *self)
{
  g_signal_emit (self, signals[SIGNAL_DISMISS], 0);
}

static void
sotay_unfinished_banner_class_init (SotayUnfinishedBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SIGNAL_CONTINUE] = g_signal_new ("continue", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RECORD] = g_signal_new ("record", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DISMISS] = g_signal_new ("dismiss", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SOTAY_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sotay_vneid/SotayVneid/ui/presentation/unfinished-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayUnfinishedBanner, words);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
}

static void
sotay_unfinished_banner_init (SotayUnfinishedBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sotay_unfinished_banner_new (const char *words)
{
  SotayUnfinishedBanner *self = g_object_new (SOTAY_TYPE_UNFINISHED_BANNER, NULL);

  gtk_label_set_text (self->words, words);
  return GTK_WIDGET (self);
}
