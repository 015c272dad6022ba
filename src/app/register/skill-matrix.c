/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/skill-matrix.h"

#include "app/register/practice-change.h"
#include "app/register/skill-matrix-private.h"

#include <math.h>

#define NAME_CHARS 24
#define LEAST_NAME_SHARE 0.42 /* of the width is the most that names take */
#define CELL_CHARS 4
#define ROW_LINES 1.9
#define LEAST_ROWS 3

G_DEFINE_FINAL_TYPE_WITH_CODE (SotaySkillMatrix, sotay_skill_matrix, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SET_LEVEL,
  CURSOR_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
measure_text (SotaySkillMatrix *self, int *char_width, int *line_height)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  *char_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));
  *line_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
}

SotayStaff *
sotay_skill_matrix_get_staff (SotaySkillMatrix *self, guint row)
{
  if (row < self->first_row || row >= self->first_row + self->rows->len)
    return NULL;
  return sotay_staff_row_get_staff (self->rows->pdata[row - self->first_row]);
}

static SotayRecord *
get_mark (SotaySkillMatrix *self, SotayStaff *staff, guint column)
{
  SotayRecord *const *marks = sotay_practice_cache_look_up (self->cache, sotay_staff_get_id (staff));

  return marks != NULL ? marks[column] : NULL;
}

/* "3. Thông báo lưu trú" */
static char *
dup_title (SotaySkillMatrix *self, guint number)
{
  g_autofree char *id = g_strdup_printf ("U%u", number);
  SotayUtility *utility = self->catalogue != NULL ? sotay_catalogue_get_utility (self->catalogue, id) : NULL;

  return utility != NULL ? g_strdup_printf ("%u. %s", number, sotay_utility_get_title (utility))
                         : g_steal_pointer (&id);
}

/* What the cell of the cursor says is the widget's name. */
static void
update_words (SotaySkillMatrix *self)
{
  SotayStaff *staff = sotay_skill_matrix_get_staff (self, self->cursor_row);
  g_autofree char *title = dup_title (self, self->cursor_column + 1);
  SotayRecord *mark = staff != NULL ? get_mark (self, staff, self->cursor_column) : NULL;

  g_free (self->words);
  self->words = staff != NULL ? g_strdup_printf ("%s · %s: %s", sotay_staff_get_name (staff), title,
                                                 sotay_practice_level_text (sotay_practice_level (mark)))
                              : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->words, -1);
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

static void
row_loaded_cb (SotaySkillMatrix *self)
{
  update_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_rows (SotaySkillMatrix *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    g_signal_handlers_disconnect_by_func (self->rows->pdata[i], row_loaded_cb, self);
  g_ptr_array_set_size (self->rows, 0);
}

/* Holds the rows in view, and no others. */
static void
take_rows (SotaySkillMatrix *self)
{
  double value = gtk_adjustment_get_value (self->adjustments[1]);
  double page = gtk_adjustment_get_page_size (self->adjustments[1]);
  guint first = self->row_height > 0 ? (guint) (value / self->row_height) : 0;
  guint end = self->row_height > 0 ? (guint) ceil ((value + page) / self->row_height) : 0;

  end = MIN (end, self->n_people);
  if (first == self->first_row && self->rows->len == end - MIN (first, end))
    return;
  drop_rows (self);
  self->first_row = first;
  for (guint i = first; i < end; i++)
    {
      SotayStaffRow *row = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      g_signal_connect_object (row, "notify::staff", G_CALLBACK (row_loaded_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
    }
}

static void
configure (SotaySkillMatrix *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = MAX (0, gtk_widget_get_height (GTK_WIDGET (self)) - self->row_height);
  double cells = MAX (0, width - self->name_width);
  double columns = SOTAY_N_UTILITIES * self->cell_width;
  double rows = (double) self->n_people * self->row_height;

  gtk_adjustment_configure (self->adjustments[0],
                            CLAMP (gtk_adjustment_get_value (self->adjustments[0]), 0, MAX (0, columns - cells)), 0,
                            MAX (columns, cells), self->cell_width, cells, cells);
  gtk_adjustment_configure (self->adjustments[1],
                            CLAMP (gtk_adjustment_get_value (self->adjustments[1]), 0, MAX (0, rows - height)), 0,
                            MAX (rows, height), self->row_height, height * 0.9, height);
  take_rows (self);
}

static void
scrolled_cb (SotaySkillMatrix *self)
{
  take_rows (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (SotaySkillMatrix *self, guint which, GtkAdjustment *adjustment)
{
  g_autoptr (GtkAdjustment) own = adjustment == NULL
                                      ? g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0))
                                      : g_object_ref_sink (adjustment);

  if (self->adjustments[which] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[which], scrolled_cb, self);
  g_set_object (&self->adjustments[which], own);
  g_signal_connect_object (own, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
reveal_cursor (SotaySkillMatrix *self)
{
  double y = (double) self->cursor_row * self->row_height;
  double x = self->cursor_column * self->cell_width;

  gtk_adjustment_clamp_page (self->adjustments[1], y, y + self->row_height);
  gtk_adjustment_clamp_page (self->adjustments[0], x, x + self->cell_width);
  take_rows (self);
  update_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move_cursor (SotaySkillMatrix *self, gint64 row, int column)
{
  if (self->n_people == 0)
    return;
  self->cursor_row = (guint) CLAMP (row, 0, (gint64) self->n_people - 1);
  self->cursor_column = (guint) CLAMP (column, 0, SOTAY_N_UTILITIES - 1);
  reveal_cursor (self);
}

static void
set_level (SotaySkillMatrix *self, int level)
{
  SotayStaff *staff = sotay_skill_matrix_get_staff (self, self->cursor_row);

  if (staff != NULL)
    g_signal_emit (self, signals[SET_LEVEL], 0, staff, self->cursor_column + 1, level);
}

static void
cycle (SotaySkillMatrix *self)
{
  SotayStaff *staff = sotay_skill_matrix_get_staff (self, self->cursor_row);
  int level = staff != NULL ? sotay_practice_level (get_mark (self, staff, self->cursor_column)) : -1;

  set_level (self, level + 1 < SOTAY_PRACTICE_LEVEL_N ? level + 1 : -1);
}

static gboolean
move_by_key (SotaySkillMatrix *self, guint key, GdkModifierType state)
{
  gint64 page = (gint64) (gtk_adjustment_get_page_size (self->adjustments[1]) / MAX (1, self->row_height)) - 1;
  gint64 row = self->cursor_row;
  int column = (int) self->cursor_column;
  gboolean whole = (state & GDK_CONTROL_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Up: case GDK_KEY_KP_Up: row--; break;
    case GDK_KEY_Down: case GDK_KEY_KP_Down: row++; break;
    case GDK_KEY_Left: case GDK_KEY_KP_Left: column--; break;
    case GDK_KEY_Right: case GDK_KEY_KP_Right: column++; break;
    case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up: row -= page; break;
    case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down: row += page; break;
    case GDK_KEY_Home: case GDK_KEY_KP_Home: column = 0; row = whole ? 0 : row; break;
    case GDK_KEY_End: case GDK_KEY_KP_End: column = SOTAY_N_UTILITIES; row = whole ? self->n_people : row; break;
    default: return FALSE;
    }
  move_cursor (self, row, column);
  return TRUE;
}

static gboolean
key_cb (SotaySkillMatrix *self, guint key, guint code, GdkModifierType state)
{
  if (self->n_people == 0 || (state & GDK_ALT_MASK))
    return FALSE;
  if (move_by_key (self, key, state))
    return TRUE;
  if (state & GDK_CONTROL_MASK)
    return FALSE;
  if (key >= GDK_KEY_0 && key <= GDK_KEY_3)
    set_level (self, (int) (key - GDK_KEY_0) - 1);
  else if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_3)
    set_level (self, (int) (key - GDK_KEY_KP_0) - 1);
  else if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace)
    set_level (self, -1);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    cycle (self);
  else
    return FALSE;
  return TRUE;
}

/* Which cell is at this place; a row of -1 is the head. */
static gboolean
find_cell (SotaySkillMatrix *self, double x, double y, gint64 *row, int *column)
{
  double place = (x - self->name_width + gtk_adjustment_get_value (self->adjustments[0])) / self->cell_width;

  *row = y < self->row_height ? -1
                              : (gint64) ((y - self->row_height + gtk_adjustment_get_value (self->adjustments[1]))
                                          / self->row_height);
  *column = x < self->name_width ? -1 : (int) place;
  return *row < (gint64) self->n_people && *column < SOTAY_N_UTILITIES;
}

static void
pressed_cb (SotaySkillMatrix *self, int n_press, double x, double y)
{
  gint64 row;
  int column;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_cell (self, x, y, &row, &column))
    return;
  move_cursor (self, row >= 0 ? row : self->cursor_row, column >= 0 ? column : (int) self->cursor_column);
  if (row >= 0 && column >= 0)
    cycle (self);
}

static gboolean
query_tooltip_cb (SotaySkillMatrix *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gint64 row = self->cursor_row;
  int column = (int) self->cursor_column;
  SotayStaff *staff;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (!keyboard && !find_cell (self, x, y, &row, &column))
    return FALSE;
  staff = row >= 0 ? sotay_skill_matrix_get_staff (self, (guint) row) : NULL;
  title = column >= 0 ? dup_title (self, (guint) column + 1) : NULL;
  if (staff != NULL && column >= 0)
    text = g_strdup_printf ("%s\n%s: %s", sotay_staff_get_name (staff), title,
                            sotay_practice_level_text (sotay_practice_level (get_mark (self, staff, column))));
  else
    text = staff != NULL ? g_strdup (sotay_staff_get_name (staff)) : g_strdup (title);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
sotay_skill_matrix_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  int char_width, line_height;

  measure_text (SOTAY_SKILL_MATRIX (widget), &char_width, &line_height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (NAME_CHARS / 2 + CELL_CHARS) * char_width;
      *natural = (NAME_CHARS + SOTAY_N_UTILITIES * CELL_CHARS) * char_width;
      return;
    }
  *minimum = (int) (LEAST_ROWS * ROW_LINES * line_height);
  *natural = 4 * *minimum;
}

static void
sotay_skill_matrix_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SotaySkillMatrix *self = SOTAY_SKILL_MATRIX (widget);
  int char_width, line_height;

  measure_text (self, &char_width, &line_height);
  self->row_height = (int) (ROW_LINES * line_height);
  self->name_width = MIN (NAME_CHARS * char_width, (int) (LEAST_NAME_SHARE * width));
  self->cell_width = MAX (CELL_CHARS * char_width, (double) (width - self->name_width) / SOTAY_N_UTILITIES);
  configure (self);
}

static void
sotay_skill_matrix_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SotaySkillMatrix *self = SOTAY_SKILL_MATRIX (widget);

  if (self->cache != NULL)
    sotay_skill_matrix_draw (self, snapshot);
}

static void
focus_changed_cb (SotaySkillMatrix *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
sotay_skill_matrix_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  SotaySkillMatrix *self = SOTAY_SKILL_MATRIX (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
  else
    g_value_set_enum (value, self->policies[id - PROP_HSCROLL_POLICY]);
}

static void
sotay_skill_matrix_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  SotaySkillMatrix *self = SOTAY_SKILL_MATRIX (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    set_adjustment (self, id - PROP_HADJUSTMENT, g_value_get_object (value));
  else
    self->policies[id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
}

static void
sotay_skill_matrix_dispose (GObject *object)
{
  SotaySkillMatrix *self = SOTAY_SKILL_MATRIX (object);

  drop_rows (self);
  g_clear_object (&self->cache);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->list);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);
  G_OBJECT_CLASS (sotay_skill_matrix_parent_class)->dispose (object);
}

static void
sotay_skill_matrix_finalize (GObject *object)
{
  SotaySkillMatrix *self = SOTAY_SKILL_MATRIX (object);

  g_ptr_array_unref (self->rows);
  g_free (self->words);
  G_OBJECT_CLASS (sotay_skill_matrix_parent_class)->finalize (object);
}

static void
sotay_skill_matrix_class_init (SotaySkillMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sotay_skill_matrix_get_property;
  object_class->set_property = sotay_skill_matrix_set_property;
  object_class->dispose = sotay_skill_matrix_dispose;
  object_class->finalize = sotay_skill_matrix_finalize;
  widget_class->measure = sotay_skill_matrix_measure;
  widget_class->size_allocate = sotay_skill_matrix_size_allocate;
  widget_class->snapshot = sotay_skill_matrix_snapshot;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[SET_LEVEL] = g_signal_new ("set-level", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 3, SOTAY_TYPE_STAFF, G_TYPE_UINT, G_TYPE_INT);
  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "skill-matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
sotay_skill_matrix_init (SotaySkillMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  set_adjustment (self, 0, NULL);
  set_adjustment (self, 1, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "notify::is-focus", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

void
sotay_skill_matrix_set_cache (SotaySkillMatrix *self, SotayPracticeCache *cache)
{
  g_set_object (&self->cache, cache);
  g_signal_connect_object (cache, "changed", G_CALLBACK (row_loaded_cb), self, G_CONNECT_SWAPPED);
}

void
sotay_skill_matrix_set_catalogue (SotaySkillMatrix *self, SotayCatalogue *catalogue)
{
  g_set_object (&self->catalogue, catalogue);
}

void
sotay_skill_matrix_show (SotaySkillMatrix *self, SotayStaffList *list, gboolean keep_position)
{
  drop_rows (self);
  g_set_object (&self->list, list);
  self->n_people = g_list_model_get_n_items (G_LIST_MODEL (list));
  if (!keep_position)
    {
      self->cursor_row = 0;
      gtk_adjustment_set_value (self->adjustments[1], 0);
    }
  self->cursor_row = self->n_people > 0 ? MIN (self->cursor_row, self->n_people - 1) : 0;
  configure (self);
  update_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
sotay_skill_matrix_get_utility (SotaySkillMatrix *self)
{
  return self->cursor_column + 1;
}

const char *
sotay_skill_matrix_get_words (SotaySkillMatrix *self)
{
  return self->words;
}
