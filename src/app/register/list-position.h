/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what a person looks at in view while a list gets a new model (which GTK 4.8 would show from its top). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SotayListPosition:
 * @value: how far the list was scrolled, in pixels
 * @last_row: the lowest row that was in view
 * @focused: whether the keyboard was in the list
 */
typedef struct
{
  double value;
  guint last_row;
  gboolean focused;
} SotayListPosition;

/**
 * sotay_list_position_take:
 * @scrolled: what scrolls the list
 * @list: a #GtkListView or #GtkColumnView, with its old model
 */
SotayListPosition sotay_list_position_take (GtkScrolledWindow *scrolled, GtkWidget *list);

/**
 * sotay_list_position_put_back:
 *
 * Call it right after the new model was set.
 */
void sotay_list_position_put_back (const SotayListPosition *position, GtkScrolledWindow *scrolled, GtkWidget *list);

gboolean sotay_list_position_has_focus (GtkWidget *list); /* whether the keyboard is in it */

/**
 * sotay_list_position_scroll_to:
 * @row: a row
 *
 * Brings @row into view.
 */
void sotay_list_position_scroll_to (GtkWidget *list, guint row);

G_END_DECLS
