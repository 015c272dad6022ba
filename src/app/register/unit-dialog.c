/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/unit-dialog.h"

#include "app/register/unit-chooser.h"
#include "app/register/unit-words.h"
#include "app/widgets/field-row.h"
#include "core/dates.h"
#include "core/text.h"
#include "register/edit.h"
#include "register/register-error.h"

#include <glib/gi18n-lib.h>

struct _SotayUnitDialog
{
  AdwMessageDialog parent_instance;

  SotayFieldRow *name_row;
  SotayUnitChooser *parent_row;
  AdwComboRow *kind_row;
  SotayFieldRow *opened_row;

  SotayUnitNames *names;
  SotayUnit *unit;
};

G_DEFINE_FINAL_TYPE (SotayUnitDialog, sotay_unit_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_field (SotayUnit **unit, SotayUnitField field, const char *value)
{
  SotayUnit *changed = sotay_unit_with (*unit, field, value);

  g_object_unref (*unit);
  *unit = changed;
}

/* The first kind offered is "not said". */
static const char *
get_kind (SotayUnitDialog *self)
{
  guint choice = adw_combo_row_get_selected (self->kind_row);

  return choice > 0 && choice <= SOTAY_UNIT_KIND_N ? sotay_unit_kind_to_string (choice - 1) : NULL;
}

static gboolean
read_opened (SotayUnitDialog *self, char **iso)
{
  g_autofree char *typed = sotay_text_tidy (sotay_field_row_get_text (self->opened_row));
  GDate today = sotay_date_today ();
  GDate date;

  *iso = NULL;
  if (*typed == '\0')
    return TRUE;
  if (!sotay_date_parse (typed, &today, &date))
    return FALSE;
  *iso = sotay_date_to_iso (&date);
  return TRUE;
}

static SotayUnit *
read_unit (SotayUnitDialog *self, const char *opened_on)
{
  g_autofree char *name = sotay_text_tidy (sotay_field_row_get_text (self->name_row));
  SotayUnit *above = sotay_unit_chooser_get_unit (self->parent_row);
  SotayUnit *unit = self->unit != NULL ? g_object_ref (self->unit) : sotay_unit_new (NULL, NULL, "");

  set_field (&unit, SOTAY_UNIT_NAME, name);
  set_field (&unit, SOTAY_UNIT_PARENT_ID, above != NULL ? sotay_unit_get_id (above) : NULL);
  set_field (&unit, SOTAY_UNIT_KIND, get_kind (self));
  set_field (&unit, SOTAY_UNIT_OPENED_ON, opened_on);
  return unit;
}

static SotayStep *
make_step (SotayUnitDialog *self, char **id, GError **error)
{
  g_autoptr (SotayUnit) after = NULL;
  g_autoptr (GPtrArray) units = sotay_unit_names_dup_all (self->names);
  g_autofree char *opened_on = NULL;

  if (!read_opened (self, &opened_on))
    {
      g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID, "opened_on");
      return NULL;
    }
  after = read_unit (self, opened_on);
  *id = g_strdup (sotay_unit_get_id (after));
  if (self->unit == NULL)
    return sotay_edit_add_unit (after, error);
  return sotay_edit_change_unit (self->unit, after, units, error);
}

static void
changed_cb (SotayUnitDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (SotayStep) step = make_step (self, &id, &error);
  gboolean typed = *sotay_field_row_get_text (self->name_row) != '\0';

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "save", step != NULL);
  sotay_field_row_set_problem (self->name_row, NULL);
  sotay_field_row_set_problem (self->opened_row, NULL);
  if (step != NULL)
    return;
  if (g_str_equal (error->message, "opened_on"))
    sotay_field_row_set_problem (self->opened_row, _("type a day such as 5/3/2024"));
  else if (typed)
    sotay_field_row_set_problem (self->name_row, _("1 to 200 characters"));
}

static void
sotay_unit_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  SotayUnitDialog *self = SOTAY_UNIT_DIALOG (dialog);
  g_autoptr (SotayStep) step = NULL;
  g_autofree char *id = NULL;

  if (!g_str_equal (response, "save"))
    return;
  step = make_step (self, &id, NULL);
  if (step != NULL)
    g_signal_emit (self, signals[ACCEPTED], 0, step, id);
}

static void
sotay_unit_dialog_dispose (GObject *object)
{
  SotayUnitDialog *self = SOTAY_UNIT_DIALOG (object);

  g_clear_object (&self->names);
  g_clear_object (&self->unit);
  G_OBJECT_CLASS (sotay_unit_dialog_parent_class)->dispose (object);
}

static void
sotay_unit_dialog_class_init (SotayUnitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_unit_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = sotay_unit_dialog_response;
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, SOTAY_TYPE_STEP, G_TYPE_STRING);
  g_type_ensure (SOTAY_TYPE_FIELD_ROW);
  g_type_ensure (SOTAY_TYPE_UNIT_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/unit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayUnitDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitDialog, parent_row);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitDialog, opened_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sotay_unit_dialog_init (SotayUnitDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_kinds (SotayUnitDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("Not said"));
  for (guint kind = 0; kind < SOTAY_UNIT_KIND_N; kind++)
    gtk_string_list_append (labels, sotay_unit_kind_label (kind));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (labels));
}

static void
fill_fields (SotayUnitDialog *self)
{
  const char *word = sotay_unit_get_field (self->unit, SOTAY_UNIT_KIND);
  const char *opened_on = sotay_unit_get_field (self->unit, SOTAY_UNIT_OPENED_ON);
  g_autofree char *formatted = opened_on != NULL ? sotay_date_format_iso (opened_on) : NULL;
  SotayUnitKind kind;

  if (word != NULL && sotay_unit_kind_from_string (word, &kind))
    adw_combo_row_set_selected (self->kind_row, kind + 1);
  sotay_field_row_set_text (self->opened_row, formatted);
  sotay_field_row_set_text (self->name_row, sotay_unit_get_name (self->unit));
}

/* A unit cannot be moved below itself, so those places are not offered. */
static void
fill_places (SotayUnitDialog *self, const char *chosen_id)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sotay_unit_names_count (self->names); i++)
    {
      SotayUnit *unit = sotay_unit_names_get (self->names, i);

      if (self->unit == NULL || !sotay_unit_names_is_within (self->names, unit, self->unit))
        g_ptr_array_add (places, g_object_ref (unit));
    }
  sotay_unit_chooser_allow_none (self->parent_row, _("At the top"));
  sotay_unit_chooser_set_units (self->parent_row, self->names, places, chosen_id);
  gtk_widget_set_visible (GTK_WIDGET (self->parent_row), places->len > 0);
}

GtkWidget *
sotay_unit_dialog_new (GtkWindow *parent, SotayUnitNames *names, SotayUnit *unit, const char *parent_id)
{
  SotayUnitDialog *self = g_object_new (SOTAY_TYPE_UNIT_DIALOG, "transient-for", parent, NULL);

  g_set_object (&self->names, names);
  g_set_object (&self->unit, unit);
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self),
                                  unit != NULL ? _("Change the Unit") : _("Add a Unit"));
  fill_places (self, unit != NULL ? sotay_unit_get_parent_id (unit) : parent_id);
  fill_kinds (self);
  if (unit != NULL)
    fill_fields (self);
  changed_cb (self);
  return GTK_WIDGET (self);
}
