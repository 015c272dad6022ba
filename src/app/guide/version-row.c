/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/version-row.h"

#include "app/guide/copy-text.h"

#include <glib/gi18n-lib.h>

struct _SotayVersionRow
{
  AdwExpanderRow parent_instance;

  SotayManualCopy *copy;
  gboolean current;

  GtkWidget *tick;
  AdwActionRow *source_row;
  GtkWidget *use_row;
  AdwActionRow *check_row;
  GtkSpinner *spinner;
};

enum
{
  SIGNAL_USE,
  SIGNAL_CHECK,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayVersionRow, sotay_version_row, ADW_TYPE_EXPANDER_ROW)

static void
use_cb (SotayVersionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_USE], 0);
}

static void
check_cb (SotayVersionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHECK], 0);
}

static void
remove_cb (SotayVersionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
sotay_version_row_dispose (GObject *object)
{
  g_clear_object (&SOTAY_VERSION_ROW (object)->copy);
  G_OBJECT_CLASS (sotay_version_row_parent_class)->dispose (object);
}

static void
sotay_version_row_class_init (SotayVersionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const char *names[N_SIGNALS] = { "use", "check", "remove" };

  G_OBJECT_CLASS (klass)->dispose = sotay_version_row_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/version-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayVersionRow, tick);
  gtk_widget_class_bind_template_child (widget_class, SotayVersionRow, source_row);
  gtk_widget_class_bind_template_child (widget_class, SotayVersionRow, use_row);
  gtk_widget_class_bind_template_child (widget_class, SotayVersionRow, check_row);
  gtk_widget_class_bind_template_child (widget_class, SotayVersionRow, spinner);
  gtk_widget_class_bind_template_callback (widget_class, use_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
sotay_version_row_init (SotayVersionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SotayVersionRow *
sotay_version_row_new (SotayManualCopy *copy, gboolean current)
{
  SotayVersionRow *self = g_object_new (SOTAY_TYPE_VERSION_ROW, NULL);
  g_autofree char *day = sotay_copy_text_day (copy);
  g_autofree char *size = sotay_copy_text_size (copy);
  g_autofree char *source = sotay_copy_text_source (copy);
  g_autofree char *both = g_strdup_printf (current ? _("In use · %s") : "%s", size);

  self->copy = g_object_ref (copy);
  self->current = current;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), day);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), both);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both, -1);
  adw_action_row_set_subtitle (self->source_row, source);
  /* Its room stays, so that the words of all rows stand below one another. */
  gtk_widget_set_opacity (self->tick, current ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_STATE_HIDDEN, !current, -1);
  gtk_widget_set_visible (self->use_row, !current);
  return self;
}

SotayManualCopy *
sotay_version_row_get_copy (SotayVersionRow *self)
{
  return self->copy;
}

gboolean
sotay_version_row_is_current (SotayVersionRow *self)
{
  return self->current;
}

void
sotay_version_row_show_check (SotayVersionRow *self, const char *text, gboolean running)
{
  adw_action_row_set_subtitle (self->check_row, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check_row), !running);
  gtk_spinner_set_spinning (self->spinner, running);
}
