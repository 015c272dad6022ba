/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/two-lines.h"

static GtkWidget *
append_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

GtkWidget *
sotay_two_lines_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  append_label (box);
  gtk_widget_add_css_class (append_label (box), "dim-label");
  gtk_widget_add_css_class (box, "two-lines");
  return box;
}

void
sotay_two_lines_set (GtkWidget *lines, const char *title, const char *details)
{
  GtkWidget *first = gtk_widget_get_first_child (lines);
  GtkWidget *second = gtk_widget_get_next_sibling (first);

  gtk_label_set_text (GTK_LABEL (first), title);
  gtk_label_set_text (GTK_LABEL (second), details != NULL ? details : "");
  gtk_widget_set_visible (second, details != NULL);
}
