/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/cut-text.h"

/* The label there, or the one in the cell there. */
static GtkLabel *
find_label (GtkWidget *list, int x, int y)
{
  GtkWidget *found = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);

  if (found != NULL && !GTK_IS_LABEL (found))
    found = gtk_widget_get_first_child (found);
  return GTK_IS_LABEL (found) ? GTK_LABEL (found) : NULL;
}

static gboolean
query_tooltip_cb (GtkWidget *list, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip, gpointer data)
{
  GtkLabel *label = by_keyboard ? NULL : find_label (list, x, y);
  graphene_rect_t bounds;

  if (label == NULL || !pango_layout_is_ellipsized (gtk_label_get_layout (label))
      || !gtk_widget_compute_bounds (GTK_WIDGET (label), list, &bounds))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                      (int) bounds.size.width, (int) bounds.size.height });
  return TRUE;
}

void
sotay_cut_text_watch (GtkWidget *list)
{
  gtk_widget_set_has_tooltip (list, TRUE);
  g_signal_connect (list, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
