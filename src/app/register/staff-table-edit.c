/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing a person in the row itself. GTK 4.8 knows no cells that take the keyboard, so the whole row becomes
 * fields. */
#include "app/register/staff-table-private.h"

#include "app/register/list-position.h"

#include <glib/gi18n-lib.h>

static SotayStaff *
get_staff (GtkListItem *item)
{
  SotayStaffRow *row = gtk_list_item_get_item (item);

  return row != NULL ? sotay_staff_row_get_staff (row) : NULL;
}

static gboolean
is_edited (SotayStaffTable *self, GtkListItem *item)
{
  SotayStaff *staff = get_staff (item);

  return staff != NULL && self->editor != NULL && sotay_row_editor_is_of (self->editor, staff);
}

static GtkWidget *
find_field (SotayStaffTable *self, SotayStaffColumn column)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (is_edited (self, item) && sotay_staff_table_get_item_column (item) == column)
      return gtk_list_item_get_child (item);
  return NULL;
}

static gboolean
is_editable (SotayStaffTable *self, SotayStaffColumn column)
{
  return sotay_staff_column_field (column) >= 0 && gtk_column_view_column_get_visible (self->columns[column]);
}

static gboolean
focus_field (SotayStaffTable *self, SotayStaffColumn column)
{
  GtkWidget *field = is_editable (self, column) ? find_field (self, column) : NULL;

  return field != NULL && gtk_widget_grab_focus (field);
}

static void
show_fields (SotayStaffTable *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (is_edited (self, item))
      sotay_staff_table_show_field (self, item);
}

static void
show_texts (SotayStaffTable *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (!GTK_IS_INSCRIPTION (gtk_list_item_get_child (item)))
      sotay_staff_table_show_text (self, item);
}

static void
show_hint (SotayStaffTable *self, const char *problem)
{
  const char *name = sotay_staff_get_name (sotay_row_editor_get_staff (self->editor));
  g_autofree char *text = problem != NULL ? g_strdup (problem)
                                          : g_strdup_printf (_("Editing %s. Enter saves, Tab goes on, Esc leaves"), name);

  gtk_label_set_text (self->edit_label, text);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->edit_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->edit_label), "error");
}

static void
move_cb (SotayStaffTable *self, SotayStaffColumn column, int direction)
{
  for (guint i = 1; i <= SOTAY_STAFF_N_COLUMNS; i++)
    {
      int next = ((int) column + direction * (int) i) % SOTAY_STAFF_N_COLUMNS;

      if (focus_field (self, next < 0 ? next + SOTAY_STAFF_N_COLUMNS : next))
        return;
    }
}

static void
save_cb (SotayStaffTable *self)
{
  sotay_staff_table_save_editing (self);
}

void
sotay_staff_table_edit (SotayStaffTable *self, guint position, guint column)
{
  g_autoptr (SotayStaffRow) row = NULL;
  SotayStaff *staff;

  if (self->editor != NULL && !sotay_staff_table_save_editing (self))
    return;
  row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  staff = row != NULL ? sotay_staff_row_get_staff (row) : NULL;
  if (staff == NULL || self->editor != NULL)
    return;
  self->saving = FALSE;
  self->editor = sotay_row_editor_new (staff);
  g_signal_connect_object (self->editor, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "cancel", G_CALLBACK (sotay_staff_table_stop_editing), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  sotay_list_position_scroll_to (GTK_WIDGET (self->column_view), position);
  show_fields (self);
  show_hint (self, NULL);
  gtk_widget_set_visible (self->edit_bar, TRUE);
  if (!focus_field (self, column))
    move_cb (self, column, 1);
  g_signal_emit_by_name (self, "editing-changed");
}

gboolean
sotay_staff_table_is_editing (SotayStaffTable *self)
{
  return self->editor != NULL;
}

gboolean
sotay_staff_table_save_editing (SotayStaffTable *self)
{
  g_autoptr (SotayStaff) after = NULL;
  SotayStaffColumn column;
  const char *problem;

  if (self->editor == NULL || self->saving)
    return self->editor == NULL;
  after = sotay_row_editor_read (self->editor, &column, &problem);
  if (after == NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s: %s", sotay_staff_column_title (column), problem);

      show_hint (self, text);
      focus_field (self, column);
      return FALSE;
    }
  show_hint (self, NULL);
  self->saving = TRUE;
  g_signal_emit_by_name (self, "edited", sotay_row_editor_get_staff (self->editor), after);
  return self->editor == NULL;
}

void
sotay_staff_table_keep_editing (SotayStaffTable *self)
{
  self->saving = FALSE;
}

void
sotay_staff_table_stop_editing (SotayStaffTable *self)
{
  g_autoptr (SotayRowEditor) editor = g_steal_pointer (&self->editor);

  if (editor == NULL)
    return;
  self->saving = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
  show_texts (self);
  gtk_widget_set_visible (self->edit_bar, FALSE);
  g_signal_emit_by_name (self, "editing-changed");
}
