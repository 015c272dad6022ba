/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/recent-marks.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SotayRoll *roll;
  SotayStep *step;
  GtkWidget *entry;
} Mark;

static void
mark_free (gpointer data, GClosure *closure)
{
  Mark *mark = data;

  g_object_unref (mark->roll);
  g_object_unref (mark->step);
  g_object_unref (mark->entry);
  g_free (mark);
}

static void
take_back_cb (GtkWidget *button, Mark *mark)
{
  sotay_roll_take_back (mark->roll, mark->step);
  gtk_widget_grab_focus (mark->entry);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (button)), button);
}

static void
trim (GtkBox *box, guint most)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  for (guint i = 0; child != NULL && i < most; i++)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_box_remove (box, child);
}

GtkWidget *
sotay_recent_marks_add (GtkBox *box, guint most, SotayRoll *roll, SotayStep *step, const char *name, GtkWidget *entry)
{
  g_autofree char *text = g_strdup_printf (_("Undo: %s"), name);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);
  Mark *mark = g_new0 (Mark, 1);

  mark->roll = g_object_ref (roll);
  mark->step = g_object_ref (step);
  mark->entry = g_object_ref (entry);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, text);
  g_signal_connect_data (button, "clicked", G_CALLBACK (take_back_cb), mark, mark_free, 0);
  gtk_box_prepend (box, button);
  trim (box, most);
  return button;
}

void
sotay_recent_marks_clear (GtkBox *box)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}
