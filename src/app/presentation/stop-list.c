/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/stop-list.h"

#include <glib/gi18n-lib.h>

#define MINUTE (60 * 1000)

typedef struct
{
  SotayLessonStop stop;
  GtkWidget *row;
  GtkLabel *sign;
  GtkLabel *time;
} Line;

struct _SotayStopList
{
  AdwBin parent_instance;

  SotayShow *show;
  GtkListBox *box;
  GArray *lines; /* (element-type Line) */
};

G_DEFINE_FINAL_TYPE (SotayStopList, sotay_stop_list, ADW_TYPE_BIN)

static void
row_activated_cb (SotayStopList *self, GtkListBoxRow *row)
{
  const Line *line = &g_array_index (self->lines, Line, (guint) gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "show.go-to-utility", "u", line->stop.utility);
}

static GtkLabel *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
add_stop (SotayStopList *self, const SotayLessonStop *stop, SotayCatalogue *catalogue)
{
  SotayUtility *utility = g_ptr_array_index (sotay_catalogue_get_utilities (catalogue), stop->utility - 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *number = g_strdup_printf ("%u", stop->utility);
  Line line = { .stop = *stop };
  GtkLabel *title = NULL;

  line.sign = add_label (box, "", "stop-sign");
  add_label (box, number, "number");
  title = add_label (box, sotay_utility_get_title (utility), "stop-title");
  gtk_label_set_wrap (title, TRUE);
  gtk_label_set_xalign (title, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (title), TRUE);
  line.time = add_label (box, "", "numeric");
  line.row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line.row), box);
  gtk_list_box_append (self->box, line.row);
  g_array_append_val (self->lines, line);
}

static void
update_line (SotayStopList *self, Line *line)
{
  gint64 used = sotay_timeline_get_utility (sotay_show_get_timeline (self->show), line->stop.utility);
  gboolean present = sotay_slide_get_utility (sotay_show_get_slide (self->show)) == line->stop.utility;
  g_autofree char *time = g_strdup_printf (_("%u / %u min"), (guint) (used / MINUTE), line->stop.minutes);
  const char *sign = present ? "▶" : used > 0 ? "✓" : "";

  if (g_strcmp0 (gtk_label_get_text (line->time), time) != 0)
    gtk_label_set_text (line->time, time);
  if (g_str_equal (gtk_label_get_text (line->sign), sign))
    return;
  gtk_label_set_text (line->sign, sign);
  if (present)
    gtk_list_box_select_row (self->box, GTK_LIST_BOX_ROW (line->row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  present ? _("is shown now") : used > 0 ? _("was shown") : "", -1);
}

static void
sotay_stop_list_dispose (GObject *object)
{
  SotayStopList *self = SOTAY_STOP_LIST (object);

  g_clear_object (&self->show);
  g_clear_pointer (&self->lines, g_array_unref);
  G_OBJECT_CLASS (sotay_stop_list_parent_class)->dispose (object);
}

static void
sotay_stop_list_class_init (SotayStopListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_stop_list_dispose;
}

static void
sotay_stop_list_init (SotayStopList *self)
{
  GtkWidget *box = gtk_list_box_new ();

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->box = GTK_LIST_BOX (box);
  gtk_widget_add_css_class (box, "stop-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Stops of the lesson"), -1);
  g_signal_connect_object (box, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
sotay_stop_list_set_show (SotayStopList *self, SotayShow *show, SotayCatalogue *catalogue)
{
  GArray *stops = sotay_lesson_plan_get_stops (sotay_deck_get_plan (sotay_show_get_deck (show)));

  self->show = g_object_ref (show);
  for (guint i = 0; i < stops->len; i++)
    add_stop (self, &g_array_index (stops, SotayLessonStop, i), catalogue);
  g_signal_connect_object (show, "notify::index", G_CALLBACK (sotay_stop_list_update), self, G_CONNECT_SWAPPED);
  sotay_stop_list_update (self);
}

void
sotay_stop_list_update (SotayStopList *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    update_line (self, &g_array_index (self->lines, Line, i));
}
