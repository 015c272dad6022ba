/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/list-position.h"

typedef struct
{
  double value;
  gboolean laid_out;
} Restoration;

static GtkSelectionModel *
get_model (GtkWidget *list)
{
  return GTK_IS_COLUMN_VIEW (list) ? gtk_column_view_get_model (GTK_COLUMN_VIEW (list))
                                   : gtk_list_view_get_model (GTK_LIST_VIEW (list));
}

/* GTK 4.8 has no call to scroll a column view, but the list inside it has the action. */
static GtkWidget *
get_inner_list (GtkWidget *list)
{
  if (!GTK_IS_COLUMN_VIEW (list))
    return list;
  return gtk_widget_get_last_child (list);
}

static guint
count_rows (GtkWidget *list)
{
  GtkSelectionModel *model = get_model (list);

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

static gboolean
restore_value_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Restoration *restoration = data;

  /* A tick comes before the layout of its frame: the new rows have their heights at the second one. */
  if (!restoration->laid_out)
    {
      restoration->laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget)), restoration->value);
  return G_SOURCE_REMOVE;
}

static void
restore_value (GtkScrolledWindow *scrolled, double value)
{
  Restoration *restoration = g_new0 (Restoration, 1);

  restoration->value = value;
  gtk_widget_add_tick_callback (GTK_WIDGET (scrolled), restore_value_cb, restoration, g_free);
}

gboolean
sotay_list_position_has_focus (GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == list || gtk_widget_is_ancestor (focus, list));
}

SotayListPosition
sotay_list_position_take (GtkScrolledWindow *scrolled, GtkWidget *list)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scrolled);
  guint n_rows = count_rows (list);
  double bottom = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment);
  double upper = gtk_adjustment_get_upper (adjustment);
  SotayListPosition position = {
    .value = gtk_adjustment_get_value (adjustment),
    .focused = sotay_list_position_has_focus (list),
  };

  if (n_rows > 0 && upper > 0)
    position.last_row = (guint) CLAMP (bottom * n_rows / upper, 0, n_rows - 1);
  return position;
}

void
sotay_list_position_scroll_to (GtkWidget *list, guint row)
{
  GtkWidget *inner = get_inner_list (list);

  if (inner != NULL && row < count_rows (list))
    gtk_widget_activate_action (inner, "list.scroll-to-item", "u", row);
}

void
sotay_list_position_put_back (const SotayListPosition *position, GtkScrolledWindow *scrolled, GtkWidget *list)
{
  guint n_rows = count_rows (list);

  if (n_rows == 0)
    return;
  if (position->value > 0)
    {
      sotay_list_position_scroll_to (list, MIN (position->last_row, n_rows - 1));
      restore_value (scrolled, position->value);
    }
  if (position->focused)
    gtk_widget_grab_focus (list);
}
