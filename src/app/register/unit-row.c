/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/unit-row.h"

#include "app/register/unit-words.h"
#include "core/numbers.h"
#include "register/progress.h"

#include <glib/gi18n-lib.h>

struct _SotayUnitRow
{
  AdwBin parent_instance;

  GtkTreeExpander *expander;
  GtkLabel *name_label;
  GtkLabel *percent_label;
  GtkLabel *about_label;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (SotayUnitRow, sotay_unit_row, ADW_TYPE_BIN)

/* What kind of unit it is, who is left, or that it is no more. */
static char *
create_about (SotayUnit *unit, guint n_left)
{
  const char *kind = unit != NULL ? sotay_unit_words_kind (unit) : NULL;
  g_autofree char *ending = unit != NULL ? sotay_unit_words_ending (unit) : NULL;
  g_autofree char *number = sotay_number_format (n_left);
  g_autofree char *left = n_left > 0 ? g_strdup_printf (ngettext ("%s left", "%s left", n_left), number) : NULL;
  const char *parts[] = { kind, ending, left };
  g_autoptr (GString) about = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (about, "%s%s", about->len > 0 ? " · " : "", parts[i]);
  return g_string_free (g_steal_pointer (&about), FALSE);
}

static void
show_progress (SotayUnitRow *self, SotayUnitProgress *progress)
{
  SotayUnit *unit = sotay_unit_progress_get_unit (progress);
  guint due = sotay_unit_progress_get_due (progress);
  guint trained = sotay_unit_progress_get_trained (progress);
  g_autofree char *percent = sotay_percent_format (trained, due);
  g_autofree char *formatted_due = sotay_number_format (due);
  g_autofree char *formatted_trained = sotay_number_format (trained);
  const char *name = unit != NULL ? sotay_unit_get_name (unit) : _("All units");
  /* Translators: "Văn phòng: 12 of 14 trained (85,71 %)" */
  g_autofree char *text = g_strdup_printf (_("%s: %s of %s trained (%s)"), name, formatted_trained, formatted_due,
                                           percent);
  g_autofree char *about = create_about (unit, due - MIN (trained, due));

  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->about_label, about);
  gtk_widget_set_visible (GTK_WIDGET (self->about_label), *about != '\0');
  gtk_label_set_text (self->percent_label, percent);
  gtk_progress_bar_set_fraction (self->bar, due > 0 ? (double) trained / due : 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  /* GTK 4.8 gives the rows of a list no name of their own. */
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (unit == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->name_label), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name_label), "heading");
}

static void
sotay_unit_row_class_init (SotayUnitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sotay_vneid/SotayVneid/ui/register/unit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayUnitRow, expander);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitRow, percent_label);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitRow, bar);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitRow, about_label);
}

static void
sotay_unit_row_init (SotayUnitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sotay_unit_row_new (void)
{
  return g_object_new (SOTAY_TYPE_UNIT_ROW, NULL);
}

void
sotay_unit_row_set_tree_row (SotayUnitRow *self, GtkTreeListRow *tree_row)
{
  g_autoptr (SotayUnitProgress) progress = NULL;

  gtk_tree_expander_set_list_row (self->expander, tree_row);
  if (tree_row == NULL)
    return;
  progress = gtk_tree_list_row_get_item (tree_row);
  if (progress != NULL)
    show_progress (self, progress);
}
