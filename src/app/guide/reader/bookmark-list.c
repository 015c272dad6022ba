/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/bookmark-list.h"

#include "app/guide/reader/bookmark-row.h"

struct _SotayBookmarkList
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListBox *list_box;

  SotayReading *reading;
};

enum
{
  CHOSEN,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayBookmarkList, sotay_bookmark_list, ADW_TYPE_BIN)

static void
activated_cb (SotayBookmarkList *self, SotayBookmarkRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, (int) sotay_bookmark_row_get_index (row), 0.0);
}

static void
renamed_cb (SotayBookmarkRow *row, const char *name, SotayBookmarkList *self)
{
  sotay_reading_set_bookmark (self->reading, sotay_bookmark_row_get_index (row), name);
}

static void
removed_cb (SotayBookmarkRow *row, SotayBookmarkList *self)
{
  guint index = sotay_bookmark_row_get_index (row);
  const SotayBookmark *bookmark = sotay_reading_find_bookmark (self->reading, index);
  g_autofree char *name = bookmark != NULL ? g_strdup (bookmark->name) : NULL;

  if (name == NULL)
    return;
  sotay_reading_set_bookmark (self->reading, index, NULL);
  g_signal_emit (self, signals[REMOVED], 0, index, name);
}

/* The page of the row that has the keyboard; -1 for none. */
static int
get_focused (SotayBookmarkList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, SOTAY_TYPE_BOOKMARK_ROW) : NULL;

  return row != NULL ? (int) sotay_bookmark_row_get_index (SOTAY_BOOKMARK_ROW (row)) : -1;
}

/* Gives the keyboard back to a row that was made anew, or to its neighbour. */
static void
focus_row (SotayBookmarkList *self, int index)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box));

  while (row != NULL && (int) sotay_bookmark_row_get_index (SOTAY_BOOKMARK_ROW (row)) < index
         && gtk_widget_get_next_sibling (row) != NULL)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
show_bookmarks (SotayBookmarkList *self)
{
  GPtrArray *bookmarks = self->reading != NULL ? sotay_reading_get_bookmarks (self->reading) : NULL;
  int focused = get_focused (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_list_box_remove (self->list_box, row);
  for (guint i = 0; bookmarks != NULL && i < bookmarks->len; i++)
    {
      row = GTK_WIDGET (sotay_bookmark_row_new (bookmarks->pdata[i]));
      g_signal_connect_object (row, "renamed", G_CALLBACK (renamed_cb), self, 0);
      g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, 0);
      gtk_list_box_append (self->list_box, row);
    }
  gtk_stack_set_visible_child_name (self->stack, bookmarks != NULL && bookmarks->len > 0 ? "list" : "nothing");
  if (focused >= 0)
    focus_row (self, focused);
}

static void
sotay_bookmark_list_dispose (GObject *object)
{
  g_clear_object (&SOTAY_BOOKMARK_LIST (object)->reading);
  G_OBJECT_CLASS (sotay_bookmark_list_parent_class)->dispose (object);
}

static void
sotay_bookmark_list_class_init (SotayBookmarkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_bookmark_list_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_DOUBLE);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/reader/bookmark-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayBookmarkList, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayBookmarkList, list_box);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
sotay_bookmark_list_init (SotayBookmarkList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_bookmark_list_set_reading (SotayBookmarkList *self, SotayReading *reading)
{
  if (self->reading != NULL)
    g_signal_handlers_disconnect_by_func (self->reading, show_bookmarks, self);
  g_set_object (&self->reading, reading);
  if (reading != NULL)
    g_signal_connect_object (reading, "bookmarks-changed", G_CALLBACK (show_bookmarks), self, G_CONNECT_SWAPPED);
  show_bookmarks (self);
}
