/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/row-editor.h"

#include "app/register/staff-choice.h"
#include "app/register/staff-input.h"

#define NO_COLUMN SOTAY_STAFF_N_COLUMNS

struct _SotayRowEditor
{
  GObject parent_instance;

  SotayStaff *staff;
  char *texts[SOTAY_STAFF_N_COLUMNS];     /* typed fields */
  guint choices[SOTAY_STAFF_N_COLUMNS];   /* chosen fields */
  GtkWidget *fields[SOTAY_STAFF_N_COLUMNS]; /* weak */
  SotayStaffColumn wrong;                 /* the column framed in red */
};

G_DEFINE_FINAL_TYPE (SotayRowEditor, sotay_row_editor, G_TYPE_OBJECT)

enum
{
  SAVE,
  CANCEL,
  MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SotayStaffColumn
get_column (GtkWidget *field)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (field), "column"));
}

static gboolean
is_choice (SotayStaffColumn column)
{
  return sotay_staff_choice_count (sotay_staff_column_field (column)) > 0;
}

static void
frame_field (SotayRowEditor *self, SotayStaffColumn column, gboolean wrong)
{
  GtkWidget *field = column != NO_COLUMN ? self->fields[column] : NULL;

  if (field == NULL)
    return;
  if (wrong)
    gtk_widget_add_css_class (field, "error");
  else
    gtk_widget_remove_css_class (field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
set_wrong (SotayRowEditor *self, SotayStaffColumn column)
{
  frame_field (self, self->wrong, FALSE);
  self->wrong = column;
  frame_field (self, self->wrong, TRUE);
}

static void
typed_cb (GtkWidget *field, SotayRowEditor *self)
{
  SotayStaffColumn column = get_column (field);

  g_free (self->texts[column]);
  self->texts[column] = g_strdup (gtk_editable_get_text (GTK_EDITABLE (field)));
  if (self->wrong == column)
    set_wrong (self, NO_COLUMN);
}

static void
chosen_cb (GtkWidget *field, GParamSpec *spec, SotayRowEditor *self)
{
  self->choices[get_column (field)] = gtk_drop_down_get_selected (GTK_DROP_DOWN (field));
}

static void
entered_cb (GtkWidget *field, SotayRowEditor *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

/* While the list of choices is open the keys belong to it. */
static gboolean
is_open (GtkWidget *field)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (field));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, SotayRowEditor *self)
{
  GtkWidget *field = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gboolean choice = GTK_IS_DROP_DOWN (field);

  if (choice && is_open (field))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Escape:
      g_signal_emit (self, signals[CANCEL], 0);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
        return FALSE;
      g_signal_emit (self, signals[MOVE], 0, get_column (field), (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      g_signal_emit (self, signals[SAVE], 0);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      /* Else the list would take the keyboard to another row. */
      return !choice;
    default:
      return FALSE;
    }
}

static void
sotay_row_editor_finalize (GObject *object)
{
  SotayRowEditor *self = SOTAY_ROW_EDITOR (object);

  for (guint column = 0; column < SOTAY_STAFF_N_COLUMNS; column++)
    {
      g_clear_weak_pointer (&self->fields[column]);
      g_free (self->texts[column]);
    }
  g_clear_object (&self->staff);
  G_OBJECT_CLASS (sotay_row_editor_parent_class)->finalize (object);
}

static void
sotay_row_editor_class_init (SotayRowEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_row_editor_finalize;
  signals[SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                0);
  signals[CANCEL] = g_signal_new ("cancel", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_UINT, G_TYPE_INT);
}

static void
sotay_row_editor_init (SotayRowEditor *self)
{
  self->wrong = NO_COLUMN;
}

SotayRowEditor *
sotay_row_editor_new (SotayStaff *staff)
{
  SotayRowEditor *self = g_object_new (SOTAY_TYPE_ROW_EDITOR, NULL);

  self->staff = g_object_ref (staff);
  for (SotayStaffColumn column = 0; column < SOTAY_STAFF_N_COLUMNS; column++)
    {
      int field = sotay_staff_column_field (column);

      if (field < 0)
        continue;
      self->texts[column] = sotay_staff_input_write (field, staff);
      if (is_choice (column))
        self->choices[column] = sotay_staff_choice_find (field, sotay_staff_get_field (staff, field));
    }
  return self;
}

SotayStaff *
sotay_row_editor_get_staff (SotayRowEditor *self)
{
  return self->staff;
}

gboolean
sotay_row_editor_is_of (SotayRowEditor *self, SotayStaff *staff)
{
  return g_str_equal (sotay_staff_get_id (self->staff), sotay_staff_get_id (staff));
}

static GtkWidget *
create_drop_down (SotayRowEditor *self, SotayStaffColumn column)
{
  SotayStaffField staff_field = sotay_staff_column_field (column);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *field;

  for (guint i = 0; i < sotay_staff_choice_count (staff_field); i++)
    gtk_string_list_append (labels, sotay_staff_choice_label (staff_field, i));
  field = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (field), self->choices[column]);
  g_signal_connect_object (field, "notify::selected", G_CALLBACK (chosen_cb), self, 0);
  return field;
}

static GtkWidget *
create_entry (SotayRowEditor *self, SotayStaffColumn column)
{
  GtkWidget *field = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (field), self->texts[column]);
  gtk_editable_set_width_chars (GTK_EDITABLE (field), 6);
  g_signal_connect_object (field, "changed", G_CALLBACK (typed_cb), self, 0);
  g_signal_connect_object (field, "activate", G_CALLBACK (entered_cb), self, 0);
  return field;
}

GtkWidget *
sotay_row_editor_create_field (SotayRowEditor *self, SotayStaffColumn column)
{
  GtkWidget *field = is_choice (column) ? create_drop_down (self, column) : create_entry (self, column);
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* An entry's input method takes the keys of an unfinished word first; a drop-down would open at Enter. */
  gtk_event_controller_set_propagation_phase (keys, is_choice (column) ? GTK_PHASE_CAPTURE : GTK_PHASE_BUBBLE);
  g_object_set_data (G_OBJECT (field), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (field, keys);
  gtk_widget_add_css_class (field, "cell-field");
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sotay_staff_column_title (column), -1);
  g_set_weak_pointer (&self->fields[column], field);
  frame_field (self, column, self->wrong == column);
  return field;
}

static void
set_field (SotayStaff **staff, SotayStaffField field, const char *value)
{
  SotayStaff *changed = sotay_staff_with (*staff, field, value);

  g_object_unref (*staff);
  *staff = changed;
}

static SotayStaffColumn
find_column (SotayStaffField field)
{
  for (SotayStaffColumn column = 0; column < SOTAY_STAFF_N_COLUMNS; column++)
    if (sotay_staff_column_field (column) == (int) field)
      return column;
  return SOTAY_STAFF_COLUMN_NAME;
}

static const char *
read_column (SotayRowEditor *self, SotayStaffColumn column, SotayStaff **staff)
{
  int field = sotay_staff_column_field (column);
  const char *problem = NULL;
  g_autofree char *value = NULL;

  if (field < 0)
    return NULL;
  if (is_choice (column))
    value = g_strdup (sotay_staff_choice_value (field, self->choices[column]));
  else
    value = sotay_staff_input_read (field, self->texts[column], &problem);
  set_field (staff, field, value);
  return problem;
}

SotayStaff *
sotay_row_editor_read (SotayRowEditor *self, SotayStaffColumn *column, const char **problem)
{
  g_autoptr (SotayStaff) staff = g_object_ref (self->staff);
  g_autoptr (GError) error = NULL;

  set_wrong (self, NO_COLUMN);
  for (*column = 0; *column < SOTAY_STAFF_N_COLUMNS; (*column)++)
    {
      *problem = read_column (self, *column, &staff);
      if (*problem == NULL)
        continue;
      set_wrong (self, *column);
      return NULL;
    }
  if (sotay_staff_check (staff, &error))
    return g_steal_pointer (&staff);
  *column = find_column (sotay_staff_input_blamed (error));
  *problem = sotay_staff_input_rule (sotay_staff_input_blamed (error));
  set_wrong (self, *column);
  return NULL;
}
