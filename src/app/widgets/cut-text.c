/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/cut-text.h"

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  return GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;
}

/* What has a text there: the widget itself, or the one in the cell. */
static GtkWidget *
find_text (GtkWidget *list, int x, int y)
{
  GtkWidget *found = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);

  if (found != NULL && get_text (found) == NULL)
    found = gtk_widget_get_first_child (found);
  return found != NULL && get_text (found) != NULL ? found : NULL;
}

static gboolean
is_cut (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, get_text (widget));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (widget);
}

static gboolean
query_tooltip_cb (GtkWidget *list, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip, gpointer data)
{
  GtkWidget *found = by_keyboard ? NULL : find_text (list, x, y);
  graphene_rect_t bounds;

  if (found == NULL || !is_cut (found) || !gtk_widget_compute_bounds (found, list, &bounds))
    return FALSE;
  gtk_tooltip_set_text (tooltip, get_text (found));
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
