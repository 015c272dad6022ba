/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/plan-editor.h"

#include "register/utilities.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *row;
  guint utility;
  GtkCheckButton *taught;
  GtkSpinButton *minutes;
} Line;

struct _SotayPlanEditor
{
  AdwBin parent_instance;

  SotayCatalogue *catalogue;
  GtkListBox *list;
  GPtrArray *lines; /* (element-type Line): in the order of the list */
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayPlanEditor, sotay_plan_editor, ADW_TYPE_BIN)

static int
find_line (SotayPlanEditor *self, GtkWidget *row)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (((Line *) self->lines->pdata[i])->row == row)
      return (int) i;
  return -1;
}

static void
changed (SotayPlanEditor *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
taught_cb (SotayPlanEditor *self, GtkCheckButton *check)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW);
  int place = row != NULL ? find_line (self, row) : -1;

  if (place >= 0)
    gtk_widget_set_sensitive (GTK_WIDGET (((Line *) self->lines->pdata[place])->minutes),
                              gtk_check_button_get_active (check));
  changed (self);
}

/* Puts the line at @from where the one at @to is. */
static void
move_line (SotayPlanEditor *self, int from, int to)
{
  Line *line = NULL;

  if (from < 0 || to < 0 || to >= (int) self->lines->len || from == to)
    return;
  line = g_ptr_array_steal_index (self->lines, (guint) from);
  g_ptr_array_insert (self->lines, to, line);
  g_object_ref (line->row);
  gtk_list_box_remove (self->list, line->row);
  gtk_list_box_insert (self->list, line->row, to);
  g_object_unref (line->row);
  gtk_widget_grab_focus (line->row);
  changed (self);
}

static gboolean
move_focused (GtkWidget *widget, int by)
{
  SotayPlanEditor *self = SOTAY_PLAN_EDITOR (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = GTK_IS_LIST_BOX_ROW (focus) ? focus : focus != NULL
                       ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  int place = row != NULL ? find_line (self, row) : -1;

  if (place < 0)
    return FALSE;
  move_line (self, place, place + by);
  return TRUE;
}

static gboolean
move_up_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return move_focused (widget, -1);
}

static gboolean
move_down_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return move_focused (widget, 1);
}

static GdkContentProvider *
drag_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

static gboolean
drop_cb (SotayPlanEditor *self, const GValue *value, double x, double y)
{
  GtkListBoxRow *target = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (target == NULL)
    return FALSE;
  move_line (self, find_line (self, g_value_get_object (value)), gtk_list_box_row_get_index (target));
  return TRUE;
}

static GtkWidget *
create_minutes (SotayPlanEditor *self, const char *title)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (1, SOTAY_LESSON_PLAN_MOST_MINUTES, 1);
  g_autofree char *name = g_strdup_printf (_("Minutes for %s"), title);

  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  return spin;
}

static void
add_line (SotayPlanEditor *self, SotayUtility *utility)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *title = g_strdup_printf ("%u. %s", sotay_utility_get_order (utility),
                                            sotay_utility_get_title (utility));
  GtkWidget *check = gtk_check_button_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  line->utility = sotay_utility_get_order (utility);
  line->taught = GTK_CHECK_BUTTON (check);
  line->minutes = GTK_SPIN_BUTTON (create_minutes (self, sotay_utility_get_title (utility)));
  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (taught_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-drag-handle-symbolic"));
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->minutes));
  line->row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line->row), box);
  gtk_widget_add_css_class (line->row, "plan-line");
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_cb), line->row, 0);
  gtk_widget_add_controller (line->row, GTK_EVENT_CONTROLLER (source));
  gtk_list_box_append (self->list, line->row);
  g_ptr_array_add (self->lines, line);
}

static void
row_activated_cb (SotayPlanEditor *self, GtkListBoxRow *row)
{
  Line *line = self->lines->pdata[gtk_list_box_row_get_index (row)];

  gtk_check_button_set_active (line->taught, !gtk_check_button_get_active (line->taught));
}

static void
sotay_plan_editor_dispose (GObject *object)
{
  SotayPlanEditor *self = SOTAY_PLAN_EDITOR (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->catalogue);
  G_OBJECT_CLASS (sotay_plan_editor_parent_class)->dispose (object);
}

static void
sotay_plan_editor_class_init (SotayPlanEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_plan_editor_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_up_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_down_cb, NULL);
}

static void
sotay_plan_editor_init (SotayPlanEditor *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);

  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Utilities of the lesson"),
                                  -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (target));
  adw_bin_set_child (ADW_BIN (self), list);
}

void
sotay_plan_editor_set_catalogue (SotayPlanEditor *self, SotayCatalogue *catalogue)
{
  GPtrArray *utilities = sotay_catalogue_get_utilities (catalogue);

  self->catalogue = g_object_ref (catalogue);
  for (guint i = 0; i < utilities->len; i++)
    add_line (self, utilities->pdata[i]);
}

/* The place of a utility in a plan; those that are not in it come behind, in the letter's order. */
static guint
find_place (GArray *stops, guint utility)
{
  for (guint i = 0; i < stops->len; i++)
    if (g_array_index (stops, SotayLessonStop, i).utility == utility)
      return i;
  return SOTAY_N_UTILITIES + utility;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer stops)
{
  const Line *one = *(Line *const *) a, *other = *(Line *const *) b;

  return (int) find_place (stops, one->utility) - (int) find_place (stops, other->utility);
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return find_line (data, GTK_WIDGET (a)) - find_line (data, GTK_WIDGET (b));
}

static void
fill_line (SotayPlanEditor *self, Line *line, GArray *stops)
{
  guint place = find_place (stops, line->utility);
  SotayUtility *utility = sotay_catalogue_get_utilities (self->catalogue)->pdata[line->utility - 1];
  gboolean taught = place < stops->len;

  gtk_check_button_set_active (line->taught, taught);
  gtk_widget_set_sensitive (GTK_WIDGET (line->minutes), taught);
  gtk_spin_button_set_value (line->minutes, taught ? g_array_index (stops, SotayLessonStop, place).minutes
                                                   : sotay_utility_get_parts (utility)->minutes);
}

void
sotay_plan_editor_set_plan (SotayPlanEditor *self, SotayLessonPlan *plan)
{
  GArray *stops = sotay_lesson_plan_get_stops (plan);

  self->filling = TRUE;
  g_ptr_array_sort_with_data (self->lines, compare_places, stops);
  for (guint i = 0; i < self->lines->len; i++)
    fill_line (self, self->lines->pdata[i], stops);
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  gtk_list_box_set_sort_func (self->list, NULL, NULL, NULL);
  self->filling = FALSE;
}

SotayLessonPlan *
sotay_plan_editor_dup_plan (SotayPlanEditor *self, const char *name)
{
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (SotayLessonStop));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = self->lines->pdata[i];
      SotayLessonStop stop = { line->utility, (guint) gtk_spin_button_get_value_as_int (line->minutes) };

      if (gtk_check_button_get_active (line->taught))
        g_array_append_val (stops, stop);
    }
  return stops->len > 0 ? sotay_lesson_plan_new (name, stops, NULL) : NULL;
}
