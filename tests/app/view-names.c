/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view-names.h"

#define MOST_TABS 200

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

/* The text inside an entry and the rows inside a table go by the name of the whole. */
static GtkWidget *
get_named (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return (GTK_IS_TEXT (widget) && GTK_IS_EDITABLE (parent)) || GTK_IS_COLUMN_VIEW (parent) ? parent : widget;
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (get_named (widget));

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || gtk_widget_get_tooltip_text (widget) != NULL || has_text (widget);
}

static void
assert_named (GtkWidget *widget)
{
  if (!has_name (widget))
    g_error ("a %s in a %s has no name", G_OBJECT_TYPE_NAME (widget),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
}

guint
view_assert_named (GtkWidget *widget)
{
  guint n_focusable = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (gtk_widget_get_focusable (widget))
    {
      assert_named (widget);
      n_focusable++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_focusable += view_assert_named (child);
  return n_focusable;
}

guint
view_tab_round (ViewFixture *fixture)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < MOST_TABS; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (GTK_ROOT (root));
      if (focus == NULL)
        continue;
      if (!g_hash_table_add (visited, focus))
        return g_hash_table_size (visited);
      assert_named (focus);
      /* A list shows the row that has the keyboard in the next frame. */
      if (!gtk_widget_get_mapped (focus))
        gtk_test_widget_wait_for_draw (root);
      if (!gtk_widget_get_mapped (focus))
        g_error ("a %s in a %s has the keyboard unseen", G_OBJECT_TYPE_NAME (focus),
                 G_OBJECT_TYPE_NAME (gtk_widget_get_parent (focus)));
    }
  g_error ("the keyboard does not come round");
}
