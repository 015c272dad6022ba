/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-dialog.h"

#include "app/register/staff-choice.h"
#include "app/register/staff-input.h"
#include "app/register/staff-story.h"
#include "app/register/step-actions.h"
#include "app/register/unit-chooser.h"
#include "app/widgets/field-row.h"
#include "register/edit.h"
#include "register/register-error.h"

#include <glib/gi18n-lib.h>

struct _SotayStaffDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  SotayNotice *notice;
  GtkButton *save_button;
  GtkButton *another_button;
  SotayFieldRow *name_row;
  SotayFieldRow *birth_row;
  SotayFieldRow *position_row;
  SotayFieldRow *code_row;
  SotayFieldRow *phone_row;
  SotayFieldRow *joined_row;
  SotayFieldRow *left_row;
  SotayFieldRow *trained_row;
  SotayFieldRow *note_row;
  GtkSwitch *passed_switch;
  SotayUnitChooser *unit_row;
  AdwComboRow *level_row;
  AdwComboRow *activated_row;
  AdwComboRow *employment_row;
  GtkWidget *tasks_group;
  GtkWidget *transfer_row;
  GtkWidget *leave_row;
  GtkWidget *erase_row;
  SotayStaffStory *story;

  SotayStore *store;
  SotayUnitNames *names;
  SotayStaff *staff; /* the person edited; NULL for a new one */
  gboolean another;  /* what the save under way was asked with */
  const char *task;  /* the same: what is to be done next, or NULL */
  SotayStaff *after; /* the person as typed */
  SotayStep *step;   /* the save under way */
};

G_DEFINE_FINAL_TYPE (SotayStaffDialog, sotay_staff_dialog, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  TASK_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The fields that are chosen, not typed. */
static const SotayStaffField choice_fields[] = { SOTAY_STAFF_EMPLOYMENT, SOTAY_STAFF_LEVEL, SOTAY_STAFF_ACTIVATED };

static SotayFieldRow *
get_row (SotayStaffDialog *self, SotayStaffField field)
{
  switch (field)
    {
    case SOTAY_STAFF_NAME:
      return self->name_row;
    case SOTAY_STAFF_BIRTH:
      return self->birth_row;
    case SOTAY_STAFF_POSITION:
      return self->position_row;
    case SOTAY_STAFF_CODE:
      return self->code_row;
    case SOTAY_STAFF_PHONE:
      return self->phone_row;
    case SOTAY_STAFF_JOINED_ON:
      return self->joined_row;
    case SOTAY_STAFF_LEFT_ON:
      return self->left_row;
    case SOTAY_STAFF_TRAINED_ON:
      return self->trained_row;
    case SOTAY_STAFF_NOTE:
      return self->note_row;
    default:
      return NULL;
    }
}

static AdwComboRow *
get_choice_row (SotayStaffDialog *self, SotayStaffField field)
{
  switch (field)
    {
    case SOTAY_STAFF_LEVEL:
      return self->level_row;
    case SOTAY_STAFF_ACTIVATED:
      return self->activated_row;
    default:
      return self->employment_row;
    }
}

static char *
read_field (SotayStaffDialog *self, SotayStaffField field)
{
  SotayFieldRow *row = get_row (self, field);
  const char *problem;
  char *value = sotay_staff_input_read (field, sotay_field_row_get_text (row), &problem);

  sotay_field_row_set_problem (row, problem);
  return value;
}

static void
set_field (SotayStaff **staff, SotayStaffField field, const char *value)
{
  SotayStaff *changed = sotay_staff_with (*staff, field, value);

  g_object_unref (*staff);
  *staff = changed;
}

static void
set_passed (SotayStaffDialog *self, SotayStaff **staff)
{
  gboolean passed = gtk_switch_get_active (self->passed_switch);
  const char *trained_on = sotay_staff_get_field (*staff, SOTAY_STAFF_TRAINED_ON);

  if (!passed)
    set_field (staff, SOTAY_STAFF_PASSED_ON, NULL);
  else if (trained_on == NULL)
    sotay_field_row_set_problem (self->trained_row, _("whoever passed was trained: type the day"));
  else if (sotay_staff_get_field (*staff, SOTAY_STAFF_PASSED_ON) == NULL)
    set_field (staff, SOTAY_STAFF_PASSED_ON, trained_on);
}

static gboolean
check_unit (SotayStaffDialog *self)
{
  gboolean chosen = sotay_unit_chooser_get_unit (self->unit_row) != NULL;

  sotay_unit_chooser_set_problem (self->unit_row, chosen ? NULL : _("choose the person’s unit"));
  return chosen;
}

static void
read_choices (SotayStaffDialog *self, SotayStaff **staff)
{
  for (guint i = 0; i < G_N_ELEMENTS (choice_fields); i++)
    {
      guint choice = adw_combo_row_get_selected (get_choice_row (self, choice_fields[i]));

      set_field (staff, choice_fields[i], sotay_staff_choice_value (choice_fields[i], choice));
    }
}

static SotayStaff *
read_staff (SotayStaffDialog *self)
{
  SotayUnit *unit = sotay_unit_chooser_get_unit (self->unit_row);
  SotayStaff *staff;

  staff = self->staff != NULL ? g_object_ref (self->staff) : sotay_staff_new (NULL, "", sotay_unit_get_id (unit));
  set_field (&staff, SOTAY_STAFF_UNIT_ID, sotay_unit_get_id (unit));
  read_choices (self, &staff);
  for (SotayStaffField field = 0; field < SOTAY_STAFF_N_FIELDS; field++)
    {
      g_autofree char *value = NULL;

      if (get_row (self, field) == NULL)
        continue;
      value = read_field (self, field);
      set_field (&staff, field, value);
    }
  set_passed (self, &staff);
  return staff;
}

/* The first field with a problem is shown, and the keyboard stands in it. */
static gboolean
show_first_problem (SotayStaffDialog *self)
{
  for (SotayStaffField field = 0; field < SOTAY_STAFF_N_FIELDS; field++)
    {
      SotayFieldRow *row = get_row (self, field);

      if (row == NULL || !sotay_field_row_has_problem (row))
        continue;
      gtk_widget_grab_focus (GTK_WIDGET (row));
      return TRUE;
    }
  return FALSE;
}

static void
show_rule (SotayStaffDialog *self, const GError *error)
{
  SotayStaffField field = sotay_staff_input_blamed (error);
  SotayFieldRow *row = get_row (self, field);

  if (row != NULL)
    sotay_field_row_set_problem (row, sotay_staff_input_rule (field));
  if (!show_first_problem (self))
    sotay_notice_show_error (self->notice, error);
}

static SotayStep *
make_step (SotayStaffDialog *self)
{
  g_autoptr (SotayStaff) staff = NULL;
  g_autoptr (GError) error = NULL;
  SotayStep *step;

  if (!check_unit (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->unit_row));
      return NULL;
    }
  staff = read_staff (self);
  if (show_first_problem (self))
    return NULL;
  g_set_object (&self->after, staff);
  step = self->staff == NULL ? sotay_edit_add_staff (staff, &error)
                             : sotay_edit_change_staff (self->staff, staff, &error);
  if (step == NULL)
    show_rule (self, error);
  return step;
}

/* The rows stay as they are: an entry that loses its sensitivity with the keyboard in it upsets GTK 4.8. */
static void
set_busy (SotayStaffDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->another_button), !busy);
}

/* The next person is often of the same unit, with the same position and day of training. */
static void
begin_another (SotayStaffDialog *self)
{
  g_autofree char *text = g_strdup_printf (_("Saved: %s"), sotay_step_get_subject (self->step));
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (markup));
  sotay_field_row_set_text (self->name_row, NULL);
  sotay_field_row_set_text (self->birth_row, NULL);
  sotay_field_row_set_text (self->code_row, NULL);
  sotay_field_row_set_text (self->phone_row, NULL);
  sotay_field_row_set_text (self->note_row, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

/* The dialog goes; what is wanted next has a dialog of its own. */
static void
finish (SotayStaffDialog *self)
{
  g_autoptr (SotayStaffDialog) kept = g_object_ref (self);
  const char *task = self->task;

  gtk_window_close (GTK_WINDOW (self));
  if (task != NULL)
    g_signal_emit (self, signals[TASK_WANTED], 0, self->after, task);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayStaffDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = sotay_store_apply_finish (SOTAY_STORE (source), result, &error);

  set_busy (self, FALSE);
  sotay_notice_show_error (self->notice, error);
  if (saved)
    {
      SotayChange *change = g_ptr_array_index (sotay_step_get_changes (self->step), 0);

      sotay_tell_step (GTK_WIDGET (self), self->step);
      g_signal_emit (self, signals[SAVED], 0, change->id);
    }
  if (saved && self->another)
    begin_another (self);
  else if (saved)
    finish (self);
  g_clear_object (&self->step);
}

static void
save (SotayStaffDialog *self, gboolean another, const char *task)
{
  if (self->step != NULL)
    return;
  sotay_notice_show_error (self->notice, NULL);
  self->step = make_step (self);
  if (self->step == NULL)
    return;
  self->another = another;
  self->task = task;
  if (sotay_step_get_changes (self->step)->len == 0)
    {
      finish (self);
      return;
    }
  set_busy (self, TRUE);
  sotay_store_apply_async (self->store, self->step, NULL, saved_cb, g_object_ref (self));
}

static void
save_cb (SotayStaffDialog *self)
{
  save (self, FALSE, NULL);
}

static void
save_another_cb (SotayStaffDialog *self)
{
  save (self, TRUE, NULL);
}

static void
task_cb (SotayStaffDialog *self, GtkWidget *row)
{
  if (row == self->transfer_row)
    save (self, FALSE, "staff.transfer");
  else
    save (self, FALSE, row == self->leave_row ? "staff.leave" : "staff.erase");
}

static void
sotay_staff_dialog_dispose (GObject *object)
{
  SotayStaffDialog *self = SOTAY_STAFF_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_object (&self->names);
  g_clear_object (&self->staff);
  g_clear_object (&self->step);
  g_clear_object (&self->after);
  G_OBJECT_CLASS (sotay_staff_dialog_parent_class)->dispose (object);
}

static void
bind_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, birth_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, position_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, joined_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, left_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, trained_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, passed_switch);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, unit_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, level_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, activated_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, employment_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, tasks_group);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, transfer_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, leave_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, erase_row);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, story);
}

static void
sotay_staff_dialog_class_init (SotayStaffDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_staff_dialog_dispose;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TASK_WANTED] = g_signal_new ("task-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 2, SOTAY_TYPE_STAFF, G_TYPE_STRING);
  g_type_ensure (SOTAY_TYPE_FIELD_ROW);
  g_type_ensure (SOTAY_TYPE_STAFF_STORY);
  g_type_ensure (SOTAY_TYPE_NOTICE);
  g_type_ensure (SOTAY_TYPE_UNIT_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/staff-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffDialog, another_button);
  bind_rows (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_another_cb);
  gtk_widget_class_bind_template_callback (widget_class, task_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fill_choices (AdwComboRow *row, SotayStaffField field)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < sotay_staff_choice_count (field); i++)
    gtk_string_list_append (labels, sotay_staff_choice_label (field, i));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static void
sotay_staff_dialog_init (SotayStaffDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (choice_fields); i++)
    fill_choices (get_choice_row (self, choice_fields[i]), choice_fields[i]);
}

/* Where several units could be meant, none is guessed. */
static void
fill_units (SotayStaffDialog *self, const char *chosen_id)
{
  if (chosen_id == NULL && sotay_unit_names_count (self->names) == 1)
    chosen_id = sotay_unit_get_id (sotay_unit_names_get (self->names, 0));
  sotay_unit_chooser_set_units (self->unit_row, self->names, NULL, chosen_id);
}

static void
fill_fields (SotayStaffDialog *self)
{
  for (SotayStaffField field = 0; field < SOTAY_STAFF_N_FIELDS; field++)
    {
      g_autofree char *text = sotay_staff_input_write (field, self->staff);

      if (get_row (self, field) != NULL)
        sotay_field_row_set_text (get_row (self, field), text);
    }
  gtk_switch_set_active (self->passed_switch, sotay_staff_get_field (self->staff, SOTAY_STAFF_PASSED_ON) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (choice_fields); i++)
    {
      const char *value = sotay_staff_get_field (self->staff, choice_fields[i]);

      adw_combo_row_set_selected (get_choice_row (self, choice_fields[i]),
                                  sotay_staff_choice_find (choice_fields[i], value));
    }
}

/* Who is still here can go, and only the data of who went can be erased. */
static void
show_tasks (SotayStaffDialog *self)
{
  const char *left_on = self->staff != NULL ? sotay_staff_get_field (self->staff, SOTAY_STAFF_LEFT_ON) : NULL;

  gtk_widget_set_visible (self->tasks_group, self->staff != NULL);
  gtk_widget_set_visible (self->transfer_row, left_on == NULL && sotay_unit_names_count (self->names) > 1);
  gtk_widget_set_visible (self->leave_row, left_on == NULL);
  gtk_widget_set_visible (self->erase_row, left_on != NULL);
}

GtkWidget *
sotay_staff_dialog_new (GtkWindow *parent, SotayStore *store, SotayUnitNames *names, SotayStaff *staff,
                        const char *unit_id)
{
  SotayStaffDialog *self = g_object_new (SOTAY_TYPE_STAFF_DIALOG, "transient-for", parent, NULL);

  g_set_object (&self->store, store);
  g_set_object (&self->names, names);
  g_set_object (&self->staff, staff);
  gtk_window_set_title (GTK_WINDOW (self), staff != NULL ? _("Edit Person") : _("Add Person"));
  gtk_widget_set_visible (GTK_WIDGET (self->another_button), staff == NULL);
  show_tasks (self);
  fill_units (self, staff != NULL ? sotay_staff_get_unit_id (staff) : unit_id);
  if (staff != NULL)
    {
      fill_fields (self);
      sotay_staff_story_load (self->story, store, names, sotay_staff_get_id (staff));
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  return GTK_WIDGET (self);
}
