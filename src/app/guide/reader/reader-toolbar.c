/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/reader-toolbar.h"

#include "app/guide/reader/tool-row.h"

#include <glib/gi18n-lib.h>

struct _SotayReaderToolbar
{
  AdwBin parent_instance;

  GtkEditable *page_entry;
  GtkLabel *count_label;
  GtkMenuButton *zoom_button;
  GtkLabel *zoom_label;
  GtkBox *tool_box;

  guint n_pages;
  guint index;
};

enum
{
  PAGE_ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayReaderToolbar, sotay_reader_toolbar, ADW_TYPE_BIN)

static void
show_index (SotayReaderToolbar *self)
{
  g_autofree char *number = self->n_pages > 0 ? g_strdup_printf ("%u", self->index + 1) : g_strdup ("");

  gtk_editable_set_text (self->page_entry, number);
  gtk_widget_remove_css_class (GTK_WIDGET (self->page_entry), "error");
}

static void
page_activated_cb (SotayReaderToolbar *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->page_entry)));
  guint64 page = 0;

  if (!g_ascii_string_to_unsigned (text, 10, 1, self->n_pages, &page, NULL))
    {
      g_autofree char *hint = g_strdup_printf (_("There are pages 1 to %u"), self->n_pages);

      gtk_widget_add_css_class (GTK_WIDGET (self->page_entry), "error");
      gtk_editable_select_region (self->page_entry, 0, -1);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", hint);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->page_entry), "error");
  g_signal_emit (self, signals[PAGE_ENTERED], 0, (guint) page - 1);
}

static void
page_left_cb (SotayReaderToolbar *self)
{
  show_index (self);
}

/* The first Escape takes back what was typed, the next one has other work. */
static gboolean
key_pressed_cb (SotayReaderToolbar *self, guint key)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (self->page_entry));

  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  show_index (self);
  gtk_editable_select_region (self->page_entry, 0, -1);
  return g_str_equal (typed, gtk_editable_get_text (self->page_entry)) ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
}

static void
sotay_reader_toolbar_class_init (SotayReaderToolbarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[PAGE_ENTERED] = g_signal_new ("page-entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (SOTAY_TYPE_TOOL_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/reader/reader-toolbar.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayReaderToolbar, page_entry);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderToolbar, count_label);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderToolbar, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderToolbar, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderToolbar, tool_box);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
sotay_reader_toolbar_init (SotayReaderToolbar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_reader_toolbar_set_n_pages (SotayReaderToolbar *self, guint n_pages)
{
  g_autofree char *count = g_strdup_printf ("/ %u", n_pages);
  g_autofree char *name = g_strdup_printf (ngettext ("Page, of %u", "Page, of %u", n_pages), n_pages);
  g_autofree char *widest = g_strdup_printf ("%u", n_pages);

  self->n_pages = n_pages;
  gtk_label_set_text (self->count_label, count);
  gtk_editable_set_width_chars (self->page_entry, MAX ((int) strlen (widest), 3));
  gtk_editable_set_max_width_chars (self->page_entry, MAX ((int) strlen (widest), 3));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_index (self);
}

void
sotay_reader_toolbar_set_index (SotayReaderToolbar *self, guint index)
{
  self->index = index;
  show_index (self);
}

void
sotay_reader_toolbar_set_zoom (SotayReaderToolbar *self, double zoom)
{
  g_autofree char *percent = g_strdup_printf ("%d %%", (int) (zoom * 100 + 0.5));
  g_autofree char *name = g_strdup_printf (_("Zoom: %s"), percent);

  gtk_label_set_text (self->zoom_label, percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
sotay_reader_toolbar_focus_page (SotayReaderToolbar *self)
{
  gtk_editable_select_region (self->page_entry, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->page_entry));
}

void
sotay_reader_toolbar_add_tool (SotayReaderToolbar *self, GtkWidget *tool)
{
  gtk_box_append (self->tool_box, tool);
}
