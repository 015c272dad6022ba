/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/people-dialog.h"

#include "app/register/staff-change.h"
#include "app/register/staff-choice.h"
#include "app/register/unit-chooser.h"
#include "app/widgets/field-row.h"
#include "core/dates.h"
#include "core/numbers.h"
#include "core/text.h"

#include <glib/gi18n-lib.h>

struct _SotayPeopleDialog
{
  AdwMessageDialog parent_instance;

  AdwComboRow *employment_row;
  AdwComboRow *level_row;
  AdwComboRow *activated_row;
  SotayFieldRow *position_row;
  SotayUnitChooser *unit_row;
  SotayFieldRow *day_row;

  SotayPeopleTask task;
  GPtrArray *people;
};

G_DEFINE_FINAL_TYPE (SotayPeopleDialog, sotay_people_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const SotayStaffField choice_fields[] = { SOTAY_STAFF_EMPLOYMENT, SOTAY_STAFF_LEVEL, SOTAY_STAFF_ACTIVATED };

static AdwComboRow *
get_row (SotayPeopleDialog *self, SotayStaffField field)
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

/* The first choice keeps what each of them has. */
static GHashTable *
read_values (SotayPeopleDialog *self)
{
  GHashTable *values = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree char *position = sotay_text_tidy (sotay_field_row_get_text (self->position_row));

  for (guint i = 0; i < G_N_ELEMENTS (choice_fields); i++)
    {
      SotayStaffField field = choice_fields[i];
      guint choice = adw_combo_row_get_selected (get_row (self, field));

      if (choice > 0 && choice <= sotay_staff_choice_count (field))
        g_hash_table_insert (values, GUINT_TO_POINTER (field), g_strdup (sotay_staff_choice_value (field, choice - 1)));
    }
  if (*position != '\0')
    g_hash_table_insert (values, GUINT_TO_POINTER (SOTAY_STAFF_POSITION), g_steal_pointer (&position));
  return values;
}

static gboolean
read_day (SotayPeopleDialog *self, GDate *day)
{
  GDate today = sotay_date_today ();

  return sotay_date_parse (sotay_field_row_get_text (self->day_row), &today, day);
}

static gboolean
is_complete (SotayPeopleDialog *self)
{
  g_autoptr (GHashTable) values = read_values (self);
  GDate day;

  if (self->task == SOTAY_PEOPLE_EDIT)
    return g_hash_table_size (values) > 0;
  return read_day (self, &day)
         && (self->task == SOTAY_PEOPLE_LEAVE || sotay_unit_chooser_get_unit (self->unit_row) != NULL);
}

static void
changed_cb (SotayPeopleDialog *self)
{
  GDate day;

  sotay_field_row_set_problem (self->day_row, read_day (self, &day) ? NULL : _("type a day such as 5/3/2024"));
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "do", is_complete (self));
}

static void
sotay_people_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  SotayPeopleDialog *self = SOTAY_PEOPLE_DIALOG (dialog);

  if (g_str_equal (response, "do") && is_complete (self))
    g_signal_emit (self, signals[ACCEPTED], 0);
}

static void
sotay_people_dialog_dispose (GObject *object)
{
  SotayPeopleDialog *self = SOTAY_PEOPLE_DIALOG (object);

  g_clear_pointer (&self->people, g_ptr_array_unref);
  G_OBJECT_CLASS (sotay_people_dialog_parent_class)->dispose (object);
}

static void
sotay_people_dialog_class_init (SotayPeopleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_people_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = sotay_people_dialog_response;
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  g_type_ensure (SOTAY_TYPE_FIELD_ROW);
  g_type_ensure (SOTAY_TYPE_UNIT_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/people-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayPeopleDialog, employment_row);
  gtk_widget_class_bind_template_child (widget_class, SotayPeopleDialog, level_row);
  gtk_widget_class_bind_template_child (widget_class, SotayPeopleDialog, activated_row);
  gtk_widget_class_bind_template_child (widget_class, SotayPeopleDialog, position_row);
  gtk_widget_class_bind_template_child (widget_class, SotayPeopleDialog, unit_row);
  gtk_widget_class_bind_template_child (widget_class, SotayPeopleDialog, day_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
fill_choices (SotayPeopleDialog *self, SotayStaffField field)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("Keep as it is"));
  for (guint i = 0; i < sotay_staff_choice_count (field); i++)
    gtk_string_list_append (labels, sotay_staff_choice_label (field, i));
  adw_combo_row_set_model (get_row (self, field), G_LIST_MODEL (labels));
}

static void
sotay_people_dialog_init (SotayPeopleDialog *self)
{
  GDate today = sotay_date_today ();
  g_autofree char *formatted = sotay_date_format (&today);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (choice_fields); i++)
    fill_choices (self, choice_fields[i]);
  sotay_field_row_set_text (self->day_row, formatted);
}

/* Nobody is transferred to where they all are. */
static gboolean
holds_all (SotayUnit *unit, GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    if (!g_str_equal (sotay_staff_get_unit_id (people->pdata[i]), sotay_unit_get_id (unit)))
      return FALSE;
  return TRUE;
}

/* None of them is guessed. */
static void
fill_units (SotayPeopleDialog *self, SotayUnitNames *names)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  GDate today = sotay_date_today ();

  for (guint i = 0; i < sotay_unit_names_count (names); i++)
    {
      SotayUnit *unit = sotay_unit_names_get (names, i);

      if (sotay_unit_is_open (unit, &today) && !holds_all (unit, self->people))
        g_ptr_array_add (units, g_object_ref (unit));
    }
  sotay_unit_chooser_set_units (self->unit_row, names, units, NULL);
}

static char *
create_body (GPtrArray *people)
{
  g_autofree char *number = sotay_number_format (people->len);

  if (people->len == 1)
    return g_strdup (sotay_staff_get_name (people->pdata[0]));
  return g_strdup_printf (ngettext ("%s person", "%s people", people->len), number);
}

static void
show_task (SotayPeopleDialog *self)
{
  static const char *const headings[] = { N_("Change for All Selected"), N_("Transfer to Another Unit"),
                                          N_("They Left") };
  static const char *const answers[] = { N_("Change"), N_("Transfer"), N_("Save") };

  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), _(headings[self->task]));
  adw_message_dialog_set_response_label (ADW_MESSAGE_DIALOG (self), "do", _(answers[self->task]));
  for (guint i = 0; i < G_N_ELEMENTS (choice_fields); i++)
    gtk_widget_set_visible (GTK_WIDGET (get_row (self, choice_fields[i])), self->task == SOTAY_PEOPLE_EDIT);
  gtk_widget_set_visible (GTK_WIDGET (self->position_row), self->task == SOTAY_PEOPLE_EDIT);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_row), self->task == SOTAY_PEOPLE_TRANSFER);
  gtk_widget_set_visible (GTK_WIDGET (self->day_row), self->task != SOTAY_PEOPLE_EDIT);
}

GtkWidget *
sotay_people_dialog_new (GtkWindow *parent, SotayPeopleTask task, SotayUnitNames *names, GPtrArray *people)
{
  SotayPeopleDialog *self = g_object_new (SOTAY_TYPE_PEOPLE_DIALOG, "transient-for", parent, NULL);
  g_autofree char *body = create_body (people);

  self->task = task;
  self->people = g_ptr_array_ref (people);
  fill_units (self, names);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), body);
  show_task (self);
  changed_cb (self);
  return GTK_WIDGET (self);
}

void
sotay_people_dialog_apply_async (SotayPeopleDialog *self, SotayStore *store, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GHashTable) values = read_values (self);
  SotayUnit *unit = self->task == SOTAY_PEOPLE_TRANSFER ? sotay_unit_chooser_get_unit (self->unit_row) : NULL;
  GDate day;

  read_day (self, &day);
  if (self->task == SOTAY_PEOPLE_EDIT)
    sotay_staff_change_async (store, self->people, values, cancellable, callback, data);
  else
    sotay_staff_move_async (store, self->people, unit, &day, cancellable, callback, data);
}
