/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/record-row.h"

struct _SotayRecordRow
{
  AdwBin parent_instance;

  GtkLabel *group_label;
  GtkLabel *title_label;
  GtkLabel *details_label;
  GtkLabel *badge_label;
  GtkLabel *figure_label;
};

G_DEFINE_FINAL_TYPE (SotayRecordRow, sotay_record_row, ADW_TYPE_BIN)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* GTK 4.8 gives the rows of a list no name of their own. */
static void
name_row (SotayRecordRow *self, const char *title, const char *details, const char *figure, const char *badge)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *parts[] = { title, badge, details, figure };
  g_autoptr (GString) name = g_string_new (NULL);

  if (parent == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", parts[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
sotay_record_row_class_init (SotayRecordRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/record-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayRecordRow, group_label);
  gtk_widget_class_bind_template_child (widget_class, SotayRecordRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, SotayRecordRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, SotayRecordRow, badge_label);
  gtk_widget_class_bind_template_child (widget_class, SotayRecordRow, figure_label);
}

static void
sotay_record_row_init (SotayRecordRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sotay_record_row_new (void)
{
  return g_object_new (SOTAY_TYPE_RECORD_ROW, NULL);
}

void
sotay_record_row_set_group (SotayRecordRow *self, const char *group)
{
  set_text (self->group_label, group);
}

void
sotay_record_row_set_texts (SotayRecordRow *self, const char *title, const char *details, const char *figure,
                            const char *badge)
{
  set_text (self->title_label, title);
  set_text (self->details_label, details);
  set_text (self->figure_label, figure);
  set_text (self->badge_label, badge);
  name_row (self, title, details, figure, badge);
}
