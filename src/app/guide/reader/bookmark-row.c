/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/bookmark-row.h"

#include <glib/gi18n-lib.h>

struct _SotayBookmarkRow
{
  GtkListBoxRow parent_instance;

  GtkStack *stack;
  GtkLabel *name_label;
  GtkLabel *page_label;
  GtkEditable *entry;

  guint index;
};

enum
{
  RENAMED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayBookmarkRow, sotay_bookmark_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_editing (SotayBookmarkRow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "entry") == 0;
}

static void
stop (SotayBookmarkRow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "name");
}

static void
entered_cb (SotayBookmarkRow *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (self->entry));

  if (!is_editing (self))
    return;
  stop (self);
  if (!g_str_equal (name, gtk_label_get_text (self->name_label)))
    g_signal_emit (self, signals[RENAMED], 0, name);
}

static void
rename_cb (SotayBookmarkRow *self)
{
  gtk_editable_set_text (self->entry, gtk_label_get_text (self->name_label));
  gtk_stack_set_visible_child_name (self->stack, "entry");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
remove_cb (SotayBookmarkRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static gboolean
key_pressed_cb (SotayBookmarkRow *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  stop (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static void
sotay_bookmark_row_class_init (SotayBookmarkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[RENAMED] = g_signal_new ("renamed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/reader/bookmark-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayBookmarkRow, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayBookmarkRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, SotayBookmarkRow, page_label);
  gtk_widget_class_bind_template_child (widget_class, SotayBookmarkRow, entry);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
sotay_bookmark_row_init (SotayBookmarkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SotayBookmarkRow *
sotay_bookmark_row_new (const SotayBookmark *bookmark)
{
  SotayBookmarkRow *self = g_object_new (SOTAY_TYPE_BOOKMARK_ROW, NULL);
  g_autofree char *page = g_strdup_printf (_("Page %u"), bookmark->index + 1);
  g_autofree char *name = g_strdup_printf ("%s, %s", bookmark->name, page);

  self->index = bookmark->index;
  gtk_label_set_text (self->name_label, bookmark->name);
  gtk_label_set_text (self->page_label, page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return self;
}

guint
sotay_bookmark_row_get_index (SotayBookmarkRow *self)
{
  return self->index;
}
